import { useState } from "react";
import classes from "./PlanView.module.css";
import type { PlanItem } from "./plan-items";
import type { PlanShapeProps } from "./plan-shape-props";

/** Once, when a space becomes too full or gets a trouble while somebody is looking; never for what was so before. */
export function PlanPulse({ item, face }: { item: PlanItem; face: PlanShapeProps }) {
  const now = `${face.state === "over"} ${face.severity ?? ""}`;
  const [seen, setSeen] = useState({ now, changes: 0 });
  if (seen.now !== now) setSeen({ now, changes: seen.changes + 1 });
  const isLoud = face.state === "over" || face.severity !== undefined;
  if (seen.changes === 0 || !isLoud) return null;
  return <path key={seen.changes} className={classes.pulse} d={item.innerPath} stroke={face.stroke} />;
}
