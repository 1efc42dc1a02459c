import { Button } from "@mantine/core";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import type { AuditItem, AuditPage } from "@/lib/core/audit";
import { type AuditChange, auditDifference, auditWords } from "@/lib/core/audit-words";
import classes from "./Audit.module.css";
import { auditDays, auditTime } from "./audit-days";

interface AuditListProps {
  readonly items: readonly AuditItem[];
  readonly spaces: AuditPage["spaces"];
  /** Whose clock the times are on. */
  readonly zone: string;
  /** ms */
  readonly now: number;
}

/** What was done, day by day, the newest first. */
export function AuditList({ items, spaces, zone, now }: AuditListProps) {
  const t = useText();
  return auditDays(items, zone, now, t).map(({ date, label, items: ofDay }) => (
    <section key={date} className={classes.day} aria-label={label}>
      <h2 className={classes.date}>{label}</h2>
      <ol className={classes.box}>
        {ofDay.map((item) => (
          <AuditRow key={item.id} item={item} spaces={spaces} zone={zone} />
        ))}
      </ol>
    </section>
  ));
}

interface AuditRowProps {
  readonly item: AuditItem;
  readonly spaces: AuditPage["spaces"];
  readonly zone: string;
}

function AuditRow({ item, spaces, zone }: AuditRowProps) {
  const t = useText();
  const changes = auditDifference(item, spaces, t);
  return (
    <li className={classes.row}>
      <time className={classes.time} dateTime={item.at}>
        {auditTime(item.at, zone)}
      </time>
      <div className={classes.what}>
        <p className={classes.words}>
          <b>{item.actor.name}</b> {auditWords(item, spaces, t)}
        </p>
        {changes.length > 0 ? <Changes changes={changes} /> : null}
      </div>
      <p className={classes.where}>
        {item.site ? <span className={classes.site}>{item.site.name}</span> : null}
        <span className={classes.address}>{item.address ?? t("address unknown")}</span>
      </p>
    </li>
  );
}

const SHOWN_FIRST = 4;

function Changes({ changes }: { readonly changes: readonly AuditChange[] }) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? changes : changes.slice(0, SHOWN_FIRST);
  return (
    <>
      <dl className={classes.changes}>
        {shown.map((change) => (
          <div key={change.label} className={classes.change}>
            <dt>{change.label}</dt>
            <dd>
              {change.before === null ? null : <del>{change.before}</del>}
              {change.before === null ? null : (
                <span className={classes.arrow} aria-hidden>
                  →
                </span>
              )}
              {change.after === null ? <span className={classes.none}>{t("none")}</span> : <ins>{change.after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
      {changes.length > SHOWN_FIRST ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? t("Show less") : t("Show {count} more", { count: changes.length - SHOWN_FIRST })}
        </Button>
      ) : null}
    </>
  );
}
