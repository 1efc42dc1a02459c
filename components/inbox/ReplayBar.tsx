import { Button } from "@mantine/core";
import { IconRepeat } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
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
  const t = useText();
  const quarantined = items.filter(({ outcome }) => outcome === "quarantined").map(({ id }) => id);
  return (
    <div className={classes.bar}>
      <p>
        {plural(items.length, hasMore)} ·{" "}
        {isUnanswered
          ? t("the log is not answering, trying again")
          : t("times in {zoneWord}", { zoneWord: zoneWord() })}
      </p>
      {quarantined.length > 0 ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRepeat size={14} stroke={1.75} />}
          disabled={isBusy}
          onClick={() => onReplay(quarantined)}
        >
          {t("Replay {value} shown quarantined", {
            value: quarantined.length === 1 ? "the" : `all ${quarantined.length}`,
          })}
        </Button>
      ) : null}
      <Button
        size="xs"
        leftSection={<IconRepeat size={14} stroke={1.75} />}
        disabled={chosen.size === 0}
        loading={isBusy}
        onClick={() => onReplay([...chosen])}
      >
        {t("Replay selected{value}", { value: chosen.size > 0 ? ` ${chosen.size}` : "" })}
      </Button>
    </div>
  );
}
