"use client";

import { useText } from "@/components/text/TextProvider";
import classes from "./FloorSkeleton.module.css";

const CARDS = Array.from({ length: 12 }, (_, i) => `card-${i}`);

/** The floor's outline while its first snapshot is read: no numbers, so no fake zero. */
export function FloorSkeleton() {
  const t = useText();
  return (
    <div className={classes.page} role="status" aria-busy aria-label={t("Loading the floor")}>
      <div className={classes.header}>
        <i style={{ height: 20, width: 280 }} />
      </div>
      <div className={classes.main}>
        <i style={{ height: 24, width: 420, marginBottom: 20 }} />
        <div className={classes.grid}>
          {CARDS.map((card) => (
            <i key={card} style={{ height: 120, borderRadius: 12 }} />
          ))}
        </div>
      </div>
    </div>
  );
}
