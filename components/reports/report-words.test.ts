import { expect, test } from "vitest";
import type { Report, ReportMail } from "@/lib/core/reports/report";
import { english } from "@/lib/core/text";
import { lastWords, recipientWords, reportName, scheduleWords } from "./report-words";

const report = (change: Partial<Report> = {}): Report => ({
  ...{ id: "1", version: 1, kind: "room", type: null, tag: null, hours: "working", every: "week", weekday: 1 },
  ...{ timeZone: "Europe/Copenhagen", owner: { name: "Ada", email: "ada@example.com" }, isMine: true, toOwner: true },
  ...{ addresses: [], language: "en", isPaused: false, stopped: null, nextAt: "2026-11-23T06:00:00.000Z", last: null },
  place: { id: "3", name: "2nd floor", site: "Riverside", kind: "floor" },
  ...change,
});
const mail = (change: Partial<ReportMail>): ReportMail => ({
  ...{ recipient: "ada@example.com", status: "sent", answer: "250 OK", at: "2026-11-16T06:00:04.000Z" },
  ...change,
});
const last = (...mails: ReportMail[]) => report({ last: { from: "2026-11-09", to: "2026-11-15", mails } });

test("a report is named by its place and what of it, and says when and to whom it goes", () => {
  expect(reportName(report(), english)).toBe("Riverside / 2nd floor: rooms");
  expect(reportName(report({ type: { id: "1", name: "Meeting" }, tag: "quiet" }), english)).toBe(
    "Riverside / 2nd floor: Meeting, quiet",
  );
  expect(reportName(report({ place: null }), english)).toBe("A place you do not see any more");
  expect(scheduleWords(report({ weekday: 3 }), english)).toBe("Every Wednesday at 07:00");
  expect(recipientWords(report({ addresses: ["b@example.com"] }), english)).toBe("to you, b@example.com");
  expect(recipientWords(report({ isMine: false }), english)).toBe("to ada@example.com");
});

test("of the last mails the worst speaks, by the clock of the site", () => {
  const words = (...mails: ReportMail[]) => lastWords(last(...mails), english);
  expect(lastWords(report(), english)).toBeNull();
  expect(words(mail({}), mail({ recipient: "b@example.com" }))).toEqual({
    words: "9–15 Nov 2026: sent Mon 16 Nov 07:00 to 2 addresses.",
    isBad: false,
    answer: null,
  });
  expect(words(mail({}), mail({ status: "skipped", answer: "The report was paused before." }))).toMatchObject({
    words: "9–15 Nov 2026: not sent.",
    isBad: true,
  });
  expect(words(mail({}), mail({ status: "waiting", answer: null }))).toMatchObject({ isBad: false });
  const refused = mail({ status: "failed", recipient: "b@example.com", answer: "550 No such mailbox" });
  expect(words(mail({}), mail({ status: "waiting", answer: "421" }), refused)).toEqual({
    words: "9–15 Nov 2026: given up for b@example.com.",
    isBad: true,
    answer: "550 No such mailbox",
  });
});
