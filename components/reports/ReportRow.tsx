import { Button, Menu, Switch } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconDots, IconMail } from "@tabler/icons-react";
import Link from "next/link";
import classes from "@/components/notifications/Notifications.module.css";
import { useText } from "@/components/text/TextProvider";
import { useSendReport } from "@/lib/client/use-reports";
import type { ChannelTest } from "@/lib/core/notifications/channel";
import type { Report } from "@/lib/core/reports/report";
import { lastWords, momentWords, recipientWords, reportName, scheduleWords, stoppedWords } from "./report-words";

interface ReportRowProps {
  readonly report: Report;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}

/** One report: what, when, to whom, what became of the last one; its switch, and a try to oneself. */
export function ReportRow({ report, onOpen, onToggle, onRemove }: ReportRowProps) {
  const t = useText();
  const send = useSendReport(report.id);
  const name = reportName(report, t);
  const { isMine, owner, place, isPaused, nextAt, timeZone, hours } = report;
  const lines = [
    scheduleWords(report, t),
    recipientWords(report, t),
    hours === "all" ? t("All hours") : t("Working hours"),
    isMine ? "" : t("made by {name}", { name: owner.name }),
  ];
  return (
    <li className={classes.row} data-off={isPaused || undefined}>
      <div className={classes.line}>
        <IconMail size={20} stroke={1.75} className={classes.icon} aria-hidden />
        <span className={classes.what}>
          <span className={classes.name}>{name}</span>
          <span className={classes.quiet}>{lines.filter(Boolean).join(" · ")}</span>
          <span className={classes.quiet}>
            {nextAt ? t("Next: {moment}", { moment: momentWords(nextAt, timeZone, t) }) : t("Paused")}
          </span>
        </span>
        <span className={classes.actions}>
          <Button
            size="xs"
            variant="default"
            loading={send.isPending}
            disabled={place === null}
            aria-label={t("Send one now to me: {name}", { name })}
            onClick={() => send.mutate()}
          >
            {t("Send one now")}
          </Button>
          <Switch size="sm" aria-label={t("{name} is on", { name })} checked={!isPaused} onChange={onToggle} />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="subtle" px={6} aria-label={t("More about {name}", { name })}>
                <IconDots size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {place ? (
                <Menu.Item component={Link} href={historyHref(report)}>
                  {t("Open in History")}
                </Menu.Item>
              ) : null}
              <Menu.Item onClick={onOpen}>{t("Change")}</Menu.Item>
              <Menu.Item color="red" onClick={onRemove}>
                {t("Remove")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </div>
      <Outcome report={report} />
      <div role="status">
        {send.data ? <SendAnswer test={send.data} /> : null}
        {send.error ? <SendAnswer test={{ ok: false, answer: t(send.error.message), tookMs: 0 }} /> : null}
      </div>
    </li>
  );
}

function historyHref({ place, kind, type, tag, hours, every }: Report): string {
  const search = new URLSearchParams({ within: place?.id ?? "", kind, hours });
  if (type) search.set("type", type.id);
  if (tag) search.set("tag", tag);
  search.set("period", every === "week" ? "7d" : "last-month");
  return `/history?${search.toString()}`;
}

/** What became of the last one, or why it stopped. */
function Outcome({ report }: { readonly report: Report }) {
  const t = useText();
  const last = lastWords(report, t);
  const stopped = report.stopped === null ? null : stoppedWords(report.stopped, report.isMine, t);
  if (stopped) return <Line isBad words={stopped} answer={null} />;
  return last ? <Line {...last} /> : null;
}

interface LineProps {
  readonly isBad: boolean;
  readonly words: string;
  readonly answer: string | null;
}

function Line({ isBad, words, answer }: LineProps) {
  const t = useText();
  const Icon = isBad ? IconAlertTriangle : IconCircleCheck;
  return (
    <div className={classes.answer}>
      <Icon size={16} stroke={2} className={isBad ? classes.bad : classes.good} aria-hidden />
      <span>
        {words} {answer ? <code>{t(answer)}</code> : null}
      </span>
    </div>
  );
}

function SendAnswer({ test: { ok, answer, tookMs } }: { readonly test: ChannelTest }) {
  const t = useText();
  const words = ok
    ? t("Sent to you in {ms, number} ms. The mail server answered:", { ms: tookMs })
    : t("Not sent. The answer was:");
  return <Line isBad={!ok} words={words} answer={answer} />;
}
