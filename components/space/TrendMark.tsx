import { VisuallyHidden } from "@mantine/core";
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import type { AirTrend } from "./air-trend";
import classes from "./SpaceAir.module.css";

const ARROWS = { rising: IconArrowUpRight, falling: IconArrowDownRight, steady: IconArrowRight };

/** Which way a value went lately. */
export function TrendMark({ trend }: { trend: AirTrend }) {
  const t = useText();
  const Arrow = ARROWS[trend];
  const words = { rising: t("rising"), falling: t("falling"), steady: t("steady") };
  return (
    <>
      <Arrow className={classes.trend} size={14} stroke={2} aria-hidden />
      <VisuallyHidden>{words[trend]}</VisuallyHidden>
    </>
  );
}
