import {
  IconBoltOff,
  IconCircle,
  IconCircleDashed,
  IconCircleHalf2,
  IconClock,
  IconHourglassEmpty,
  IconMinus,
  IconQuestionMark,
  IconTool,
  IconTriangleFilled,
  IconUserFilled,
  type TablerIcon,
} from "@tabler/icons-react";
import type { SpaceStateName } from "@/lib/core/space-state";

/** The icon of each state; colour is never the only sign. */
export const STATE_ICON: Record<SpaceStateName, TablerIcon> = {
  free: IconCircle,
  held: IconClock,
  occupied: IconUserFilled,
  away: IconCircleHalf2,
  ghost: IconCircleDashed,
  over: IconTriangleFilled,
  stale: IconHourglassEmpty,
  offline: IconBoltOff,
  unknown: IconQuestionMark,
  unmonitored: IconMinus,
  maintenance: IconTool,
};
