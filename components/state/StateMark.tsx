import type { SpaceStateName } from "@/lib/core/space-state";
import { STATE_ICON } from "./state-icon";
import { PLATE_OPACITY, statePaint } from "./state-paint";

const SIZES = {
  md: { width: 28, height: 20, icon: 12 },
  lg: { width: 44, height: 24, icon: 14 },
  phone: { width: 44, height: 34, icon: 16 },
} as const;

interface StateMarkProps {
  readonly state: SpaceStateName;
  readonly lastState: SpaceStateName | null;
  readonly size?: keyof typeof SIZES;
  /** The sensor is not sure: its edge is broken. */
  readonly uncertain?: boolean;
}

/** The drawing of a state: fill, edge, pattern and icon. Words stand beside it, so it is hidden from screen readers. */
export function StateMark({ state, lastState, size = "md", uncertain = false }: StateMarkProps) {
  const { width, height, icon } = SIZES[size];
  const paint = statePaint(state, lastState, uncertain);
  const Icon = STATE_ICON[state];
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
      {paint.pattern ? (
        <circle cx={width / 2} cy={height / 2} r={icon * 0.65} fill={paint.fill} opacity={PLATE_OPACITY} />
      ) : null}
      <Icon x={(width - icon) / 2} y={(height - icon) / 2} size={icon} color={paint.text} stroke={2.25} />
    </svg>
  );
}
