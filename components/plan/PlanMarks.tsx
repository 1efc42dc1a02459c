import type { TablerIcon } from "@tabler/icons-react";
import { useState } from "react";
import type { PlanShapeProps } from "./plan-shape-props";

interface Mark {
  readonly Icon: TablerIcon;
  readonly ink: string;
}

const markId = ({ Icon, ink }: Mark) => `plan-mark-${Icon.displayName}-${ink}`.replace(/[^\w-]/g, "");

/** An icon as a fill: another one on a shape repaints a box, where a drawing in its place would lay out the floor. */
export const markFill = (Icon: TablerIcon, ink: string) => `url(#${markId({ Icon, ink })})`;

/** What `markFill` speaks of. */
export function PlanMarks({ faces }: { readonly faces: readonly PlanShapeProps[] }) {
  const [known] = useState(() => new Map<string, Mark>()); // what leaves the floor may still be drawn for a moment
  for (const { icon: Icon, ink } of faces) if (Icon) known.set(markId({ Icon, ink }), { Icon, ink });
  return (
    <defs>
      {[...known].map(([id, { Icon, ink }]) => (
        <pattern key={id} id={id} width={1} height={1} viewBox="0 0 24 24">
          <Icon size={24} color={ink} stroke={2.2} />
        </pattern>
      ))}
    </defs>
  );
}
