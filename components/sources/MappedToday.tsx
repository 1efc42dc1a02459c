import { Button } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { tell, tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import type { Mapper } from "@/lib/client/use-mapping";
import { useMappedToday } from "@/lib/client/use-sources";
import type { SourceStay } from "@/lib/core/source";
import classes from "./MappedToday.module.css";
import { stayClock } from "./moment-words";
import { eventWords } from "./source-row-words";

/** What was mapped since midnight, each with its way back. */
export function MappedToday({ mapper, now }: { readonly mapper: Mapper; readonly now: number }) {
  const t = useText();
  const { data } = useMappedToday();
  if (!data || data.length === 0) return null;
  const undo = (stay: SourceStay) => {
    const { sourceId, space } = stay;
    mapper.undo([{ sourceId, undo: { assignmentId: stay.id, undo: "start" } }]).then(
      () => {
        if (stay.replaces)
          return tell(
            t("{name} waits again, and {other} is back.", {
              name: stay.sourceName,
              other: stay.replaces.name,
            }),
          );
        tellWithUndo(t("{name} waits again.", { name: stay.sourceName }), async () => {
          await mapper.map([{ sourceId, spaceId: space.id }]);
        });
      },
      (error) => tellFailure(error),
    );
  };
  return (
    <section aria-label={t("Mapped today")}>
      <h2 className={classes.title}>{t("Mapped today")}</h2>
      <ul className={classes.list}>
        {data.map((stay) => (
          <li key={stay.id} className={classes.item}>
            <span className={classes.name}>{stay.sourceName}</span>
            <IconChevronRight size={14} stroke={1.75} aria-label={t("to")} />
            <span className={classes.name}>
              {stay.space.name}
              {stay.space.floor ? <span className={classes.quiet}>, {stay.space.floor}</span> : null}
            </span>
            <span className={classes.quiet}>
              {t("by {by}, {time}", { by: stay.by ?? "", time: stayClock(stay.at, now, t) })}
              {stay.replaces ? `, ${t("instead of {name}", { name: stay.replaces.name })}` : ""}
            </span>
            <span className={classes.quiet}>{stay.events ? eventWords(stay.events, t) : ""}</span>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              disabled={mapper.isBusy}
              aria-label={t("Undo: {sourceName} to {name}", { sourceName: stay.sourceName, name: stay.space.name })}
              onClick={() => undo(stay)}
            >
              {t("Undo")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
