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
        {hasMore
          ? t("{count}+ deliveries", { count: items.length })
          : t("{count, plural, one {# delivery} other {# deliveries}}", { count: items.length })}{" "}
        · {isUnanswered ? t("the log is not answering, trying again") : t("times in {zone}", { zone: zoneWord() })}
      </p>
      {quarantined.length > 0 ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRepeat size={14} stroke={1.75} />}
          disabled={isBusy}
          onClick={() => onReplay(quarantined)}
        >
          {t("{count, plural, one {Replay the shown quarantined} other {Replay all # shown quarantined}}", {
            count: quarantined.length,
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
        {t("Replay selected{count, plural, =0 {} other { #}}", { count: chosen.size })}
      </Button>
    </div>
  );
}
