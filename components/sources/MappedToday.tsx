import { Button } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { tell, tellFailure, tellWithUndo } from "@/components/frame/tell";
import type { Mapper } from "@/lib/client/use-mapping";
import { useMappedToday } from "@/lib/client/use-sources";
import type { SourceStay } from "@/lib/core/source";
import classes from "./MappedToday.module.css";
import { stayClock } from "./moment-words";
import { eventWords } from "./source-row-words";

/** What was mapped since midnight, each with its way back. */
export function MappedToday({ mapper, now }: { readonly mapper: Mapper; readonly now: number }) {
  const { data } = useMappedToday();
  if (!data || data.length === 0) return null;
  const undo = (stay: SourceStay) => {
    const { sourceId, space } = stay;
    mapper.undo([{ sourceId, undo: { assignmentId: stay.id, undo: "start" } }]).then(
      () => {
        if (stay.replaces) return tell(`${stay.sourceName} waits again, and ${stay.replaces.name} is back.`);
        tellWithUndo(`${stay.sourceName} waits again.`, async () => {
          await mapper.map([{ sourceId, spaceId: space.id }]);
        });
      },
      (error) => tellFailure(error),
    );
  };
  return (
    <section aria-label="Mapped today">
      <h2 className={classes.title}>Mapped today</h2>
      <ul className={classes.list}>
        {data.map((stay) => (
          <li key={stay.id} className={classes.item}>
            <span className={classes.name}>{stay.sourceName}</span>
            <IconChevronRight size={14} stroke={1.75} aria-label="to" />
            <span className={classes.name}>
              {stay.space.name}
              {stay.space.floor ? <span className={classes.quiet}>, {stay.space.floor}</span> : null}
            </span>
            <span className={classes.quiet}>
              by {stay.by}, {stayClock(stay.at, now)}
              {stay.replaces ? `, instead of ${stay.replaces.name}` : ""}
            </span>
            <span className={classes.quiet}>{stay.events ? eventWords(stay.events) : ""}</span>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              disabled={mapper.isBusy}
              aria-label={`Undo: ${stay.sourceName} to ${stay.space.name}`}
              onClick={() => undo(stay)}
            >
              Undo
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
