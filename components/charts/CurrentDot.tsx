import { ReferenceDot } from "recharts";

interface CurrentDotProps {
  readonly now: number;
  readonly current: number | null;
  readonly fill: string;
}

/** Where the line stands now; none when nobody knows. */
export function CurrentDot({ now, current, fill }: CurrentDotProps) {
  if (current === null) return null;
  return (
    <ReferenceDot x={now} y={current} r={3.5} fill={fill} stroke="var(--surface)" strokeWidth={1.5} zIndex={610} />
  );
}
