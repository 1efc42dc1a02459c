import { Skeleton } from "@mantine/core";
import dynamic from "next/dynamic";
import Link from "next/link";
import type { ReactNode, Ref } from "react";
import { CloseButton } from "@/components/frame/CloseButton";
import { useAlert } from "@/lib/client/use-alerts";
import type { Alert } from "@/lib/core/alert";
import type { AlertDetail } from "@/lib/core/alert-detail";
import { ruleName } from "@/lib/core/alert-rule";
import { AlertActions } from "./AlertActions";
import classes from "./AlertPanel.module.css";
import { AlertTimeline } from "./AlertTimeline";
import { groupOf, kindWord } from "./alert-views";
import {
  ageOf,
  clockWords,
  impactWords,
  placeWords,
  type Says,
  severityWord,
  statusWords,
  titleOf,
  zoneOf,
} from "./alert-words";
import { CommentForm } from "./CommentForm";
import { ImpactTiles } from "./ImpactTiles";
import { prepareAlertChart } from "./prepare-alert-chart";
import { SeveritySign } from "./SeveritySign";
import type { Triage } from "./use-triage";

const AlertChart = dynamic(() => import("./AlertChart").then((module) => module.AlertChart), {
  ssr: false,
  loading: () => <Skeleton height={112} />,
});

interface AlertPanelProps {
  readonly id: string;
  /** What the list knows of it, which is newer than what was asked for; null when it is in no list. */
  readonly known: Alert | null;
  readonly triage: Triage;
  /** Are the keys about it? */
  readonly isKeyed: boolean;
  readonly says: Says;
  readonly commentRef: Ref<HTMLTextAreaElement>;
  readonly onComment: () => void;
  readonly onOpen: (id: string) => void;
  /** Null where the panel is always there. */
  readonly onClose: (() => void) | null;
}

/** One alert: what it is, what can be done, and everything that is known about it. */
export function AlertPanel(props: AlertPanelProps) {
  const { id, known, triage, isKeyed, says, commentRef, onComment, onOpen, onClose } = props;
  const { t } = says;
  const { data, error } = useAlert(id);
  const detail = data?.alert.id === id ? data : null;
  const alert = newerOf(known, detail?.alert ?? null);
  if (!alert) {
    return (
      <section className={classes.panel} aria-label={t("Alert")}>
        <div className={classes.section}>{onClose ? <CloseButton onClick={onClose} /> : null}</div>
        {error ? (
          <p className={classes.problem} role="alert">
            {t(error.message)}
          </p>
        ) : (
          <Skeleton height={240} m={20} aria-label={t("Loading the alert")} role="status" />
        )}
      </section>
    );
  }
  return (
    <section className={classes.panel} aria-label={titleOf(alert, t)}>
      <Head alert={alert} says={says} onClose={onClose} />
      <div className={classes.actions}>
        <AlertActions alert={alert} triage={triage} isKeyed={isKeyed} onComment={onComment} />
      </div>
      <ImpactTiles alert={alert} says={says} />
      {detail ? (
        <Details detail={detail} alert={alert} says={says} onOpen={onOpen}>
          {triage.mayAct ? (
            <CommentForm ref={commentRef} onComment={(text) => triage.act([alert], { do: "comment", text })} />
          ) : null}
        </Details>
      ) : (
        <Skeleton height={160} m={20} aria-label={t("Loading the alert")} role="status" />
      )}
    </section>
  );
}

const newerOf = (a: Alert | null, b: Alert | null) => (a && b ? (b.version > a.version ? b : a) : (a ?? b));

function Head({ alert, says, onClose }: Pick<AlertPanelProps, "says" | "onClose"> & { readonly alert: Alert }) {
  const { t } = says;
  const age = ageOf(alert, says);
  return (
    <header className={classes.head}>
      <div className={classes.chips}>
        <span className={classes.chip} data-severity={alert.severity}>
          <SeveritySign severity={alert.severity} size={14} />
          {severityWord(alert.severity, t)}
        </span>
        {alert.children > 0 ? <span className={classes.chip}>{t("Incident")}</span> : null}
        <span className={classes.chip}>{kindWord(groupOf(alert.kind), t)}</span>
        <span className={classes.age}>
          {alert.status === "resolved" ? t("lasted {age}", { age }) : t("open {age}", { age })}
        </span>
        {onClose ? <CloseButton onClick={onClose} /> : null}
      </div>
      <h2 className={classes.title}>{titleOf(alert, t)}</h2>
      <p className={classes.about}>{[impactWords(alert, says), placeWords(alert)].filter(Boolean).join(" · ")}</p>
      {alert.status === "open" && alert.isConfirmed ? null : (
        <p className={classes.about}>
          {statusWords(alert, says)}
          {alert.acknowledgedBy && alert.status === "acknowledged"
            ? ` · ${t("by {name}", { name: alert.acknowledgedBy.name })}`
            : ""}
          {alert.isConfirmed ? "" : ` · ${t("messages were missed, and its end may have been among them")}`}
        </p>
      )}
      {alert.suppressedBy ? (
        <p className={classes.about}>
          {alert.suppressedBy.until === null
            ? t("Kept quiet by “{name}”", { name: alert.suppressedBy.name })
            : t("Kept quiet by “{name}” until {time}", {
                name: alert.suppressedBy.name,
                time: clockWords(alert.suppressedBy.until, zoneOf(alert), says),
              })}
        </p>
      ) : null}
    </header>
  );
}

interface DetailsProps extends Pick<AlertPanelProps, "says" | "onOpen"> {
  readonly detail: AlertDetail;
  readonly alert: Alert;
  readonly children: ReactNode;
}

function Details({ detail, alert, says, onOpen, children }: DetailsProps) {
  const { t } = says;
  const chart = detail.chart && prepareAlertChart(detail.chart, alert, says.now, t);
  return (
    <>
      {chart ? (
        <Section title={t("Value")}>
          <AlertChart data={chart} zone={zoneOf(alert)} says={says} />
        </Section>
      ) : null}
      {detail.parent ? (
        <Section title={t("Belongs to")}>
          <AlertLinks alerts={[detail.parent]} says={says} onOpen={onOpen} />
        </Section>
      ) : null}
      {detail.children.length > 0 ? (
        <Section
          title={t("{count, plural, one {# alert belongs} other {# alerts belong}} to it", {
            count: detail.children.length,
          })}
        >
          <AlertLinks alerts={detail.children} says={says} onOpen={onOpen} />
        </Section>
      ) : null}
      <Section title={t("Timeline")}>
        {children}
        <AlertTimeline events={detail.timeline} zone={zoneOf(alert)} says={says} />
        <Similar detail={detail} says={says} />
      </Section>
      {alert.rule ? (
        <Section title={t("Rule")}>
          <Link href={`/admin/alert-rules?rule=${alert.rule.id}`} className={classes.link}>
            {ruleName(alert.rule.name, t)}
          </Link>
        </Section>
      ) : null}
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h3 className={classes.name}>{title}</h3>
      {children}
    </section>
  );
}

const MOST_LINKS = 30;

function AlertLinks({
  alerts,
  says,
  onOpen,
}: Pick<AlertPanelProps, "says" | "onOpen"> & { readonly alerts: readonly Alert[] }) {
  return (
    <ul className={classes.links}>
      {alerts.slice(0, MOST_LINKS).map((alert) => (
        <li key={alert.id}>
          <SeveritySign severity={alert.severity} size={14} />
          <button type="button" className={classes.link} onClick={() => onOpen(alert.id)}>
            {titleOf(alert, says.t)}
          </button>
          <span className={classes.quiet}>{statusWords(alert, says)}</span>
        </li>
      ))}
      {alerts.length > MOST_LINKS ? (
        <li className={classes.quiet}>{says.t("and {count} more", { count: alerts.length - MOST_LINKS })}</li>
      ) : null}
    </ul>
  );
}

function Similar({ detail, says }: { readonly detail: AlertDetail; readonly says: Says }) {
  const { t } = says;
  const { count, lastComment } = detail.similar;
  if (count === 0) return null;
  return (
    <p className={classes.similar}>
      <b>{t("Similar in 90 days: {count}.", { count })}</b>{" "}
      {lastComment
        ? t("Last comment, {time}, {by}: “{text}”", {
            time: clockWords(lastComment.at, zoneOf(detail.alert), says),
            by: lastComment.by,
            text: lastComment.text,
          })
        : null}
    </p>
  );
}
