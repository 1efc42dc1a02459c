import { expect, test } from "vitest";
import type { Message } from "./message";
import { asEvent, asHtml, asPush, asSlack, asTeams, asText } from "./message-forms";

/** What a hostile device name would like to be. */
const NASTY = `<script>alert(1)</script> <!channel> [click](https://evil.example) "&' @everyone`;
const message: Message = {
  id: "6f0a1c9e-0000-4000-8000-000000000000",
  type: "alert.opened",
  title: `Sensor offline: ${NASTY}`,
  rows: [{ label: "Where", text: NASTY }],
  path: "/alerts?alert=4",
  link: "https://occ.example/alerts?alert=4",
  linkWords: "Open the alert",
  severity: "critical",
  alertId: "4",
  data: { step: 1, alert: { id: "4" } },
};

test("a mail's HTML holds vendors' words as text only, and fetches nothing", () => {
  const html = asHtml(message);
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).toContain('<a href="https://occ.example/alerts?alert=4">');
  expect(html).not.toMatch(/<img|src=|url\(/);
  expect(asText(message)).toContain("https://occ.example/alerts?alert=4");
});

test("in Slack vendors' words are plain text: they mention nobody", () => {
  const { text, blocks } = asSlack(message) as { text: string; blocks: { text: { type: string; text: string } }[] };
  expect(text).toContain("&lt;!channel&gt;");
  const marked = blocks.filter((block) => block.text.type === "mrkdwn").map((block) => block.text.text);
  expect(marked).toEqual(["<https://occ.example/alerts?alert=4|Open the alert>"]);
});

test("in Teams they are runs, which know no Markdown", () => {
  const card = JSON.stringify(asTeams(message));
  expect(card).not.toContain('"TextBlock"');
  expect(card).toContain('"type":"TextRun"');
});

test("without an address of this installation there is no link", () => {
  const bare = { ...message, link: null };
  expect(asHtml(bare)).not.toContain("<a ");
  expect(JSON.stringify(asSlack(bare))).not.toContain("mrkdwn");
  expect(JSON.stringify(asTeams(bare))).not.toContain("Action.OpenUrl");
});

test("what is pushed is short, replaces what was said of the alert before, and leads to its page", () => {
  const long = { ...message, rows: [{ label: "Details", text: "x".repeat(5_000) }] };
  expect(JSON.stringify(asPush(long)).length).toBeLessThan(1_000);
  expect(asPush(message)).toMatchObject({ tag: "alert-4", url: "/alerts?alert=4" });
});

test("programs get type, time and data", () => {
  const at = new Date("2026-11-21T10:00:00Z");
  expect(asEvent(message, at)).toMatchObject({
    type: "alert.opened",
    timestamp: "2026-11-21T10:00:00.000Z",
    data: { step: 1, link: message.link },
  });
});
