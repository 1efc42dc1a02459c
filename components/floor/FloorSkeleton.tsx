import { Skeleton } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import classes from "./FloorSkeleton.module.css";

const CARDS = Array.from({ length: 12 }, (_, i) => `card-${i}`);

/** The floor's outline while its first snapshot is read: no numbers, so no fake zero. */
export function FloorSkeleton() {
  const t = useText();
  return (
    <div className={classes.page} role="status" aria-label={t("Loading the floor")}>
      <div className={classes.header}>
        <Skeleton height={20} width={280} />
      </div>
      <div className={classes.main}>
        <Skeleton height={24} width={420} mb={20} />
        <div className={classes.grid}>
          {CARDS.map((card) => (
            <Skeleton key={card} height={120} radius={12} />
          ))}
        </div>
      </div>
    </div>
  );
}
