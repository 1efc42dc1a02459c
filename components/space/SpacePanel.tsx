import type { FloorHead, SpaceSnapshot } from "@/lib/core/floor";
export function SpacePanel({ space }: { space: SpaceSnapshot; floor: FloorHead; now: number; onClose: () => void; variant: "panel" | "page" }) {
  return <div>{space.name}</div>;
}
