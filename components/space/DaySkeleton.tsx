import { Skeleton } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import classes from "./SpacePanel.module.css";

const HEIGHT = 190;

/** Where a day will stand. */
export function DaySkeleton() {
  const t = useText();
  return (
    <Skeleton
      className={classes.skeleton}
      height={HEIGHT}
      radius={8}
      role="progressbar"
      aria-label={t("Loading the day")}
    />
  );
}
