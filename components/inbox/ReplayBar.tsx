import { Button } from "@mantine/core";
import { IconRepeat } from "@tabler/icons-react";
import type { DeliveryRows } from "./delivery-rows";
import classes from "./ReplayBar.module.css";

interface ReplayBarProps {
  readonly rows: DeliveryRows;
  /** There are more than are shown. */
  readonly hasMore: boolean;
  readonly isUnanswered: boolean;
  readonly isBusy: boolean;
  readonly onReplay: (ids: readonly string[]) => void;
}

const plural = (count: number, more: boolean) =>
  `${count}${more ? "+" : ""} ${count === 1 && !more ? "delivery" : "deliveries"}`;

/** The clock of whoever looks: "Copenhagen". */
const zoneWord = () => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
};

/** How many there are, and replaying: harmless, because what is stored already stays as it is. */
export function ReplayBar({ rows: { items, chosen }, hasMore, isUnanswered, isBusy, onReplay }: ReplayBarProps) {
  const quarantined = items.filter(({ outcome }) => outcome === "quarantined").map(({ id }) => id);
  return (
    <div className={classes.bar}>
      <p>
        {plural(items.length, hasMore)} ·{" "}
        {isUnanswered ? "the log is not answering, trying again" : `times in ${zoneWord()}`}
      </p>
      {quarantined.length > 0 ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRepeat size={14} stroke={1.75} />}
          disabled={isBusy}
          onClick={() => onReplay(quarantined)}
        >
          Replay {quarantined.length === 1 ? "the" : `all ${quarantined.length}`} shown quarantined
        </Button>
      ) : null}
      <Button
        size="xs"
        leftSection={<IconRepeat size={14} stroke={1.75} />}
        disabled={chosen.size === 0}
        loading={isBusy}
        onClick={() => onReplay([...chosen])}
      >
        Replay selected{chosen.size > 0 ? ` ${chosen.size}` : ""}
      </Button>
    </div>
  );
}
