import type { TablerIcon } from "@tabler/icons-react";
import { PLATE_OPACITY, type StatePaint } from "./state-paint";

const SIZES = {
  md: { width: 28, height: 20, icon: 12 },
  lg: { width: 44, height: 24, icon: 14 },
  phone: { width: 44, height: 34, icon: 16 },
} as const;

interface PaintMarkProps {
  readonly paint: StatePaint;
  readonly icon?: TablerIcon | undefined;
  /** Stands where the icon would. */
  readonly number?: number | undefined;
  readonly size?: keyof typeof SIZES;
}

/** Fill, edge, pattern and icon as they are drawn everywhere. Words stand beside it, so it is hidden from screen readers. */
export function PaintMark({ paint, icon: Icon, number, size = "md" }: PaintMarkProps) {
  const { width, height, icon } = SIZES[size];
  const inset = paint.strokeWidth / 2;
  const box = { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset, rx: 5 };
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      style={{ display: "block" }}
    >
      <rect {...box} fill={paint.fill} />
      {paint.pattern ? <rect {...box} fill={paint.pattern} /> : null}
      <rect {...box} fill="none" stroke={paint.stroke} strokeWidth={paint.strokeWidth} strokeDasharray={paint.dash} />
      {paint.pattern && Icon ? (
        <circle cx={width / 2} cy={height / 2} r={icon * 0.65} fill={paint.fill} opacity={PLATE_OPACITY} />
      ) : null}
      {Icon ? (
        <Icon x={(width - icon) / 2} y={(height - icon) / 2} size={icon} color={paint.text} stroke={2.25} />
      ) : null}
      {number === undefined ? null : (
        <text
          x={width / 2}
          y={height / 2}
          fontSize={11}
          fontWeight={600}
          fill={paint.text}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {number}
        </text>
      )}
    </svg>
  );
}
