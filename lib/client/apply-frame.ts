import type { FloorFrame, FloorSnapshot, SpaceSnapshot } from "@/lib/core/floor";

/** Safe in any order and any number of times. "gap" tells the caller to fetch the snapshot again. */
export function applyFrame(floor: FloorSnapshot, frame: FloorFrame): FloorSnapshot | "gap" {
  if (frame.epoch !== floor.epoch) return "gap";
  if (frame.to <= floor.offset) return floor; // seen already: same reference, React renders nothing
  if (frame.from > floor.offset) return "gap"; // an overlap is fine: a frame holds whole spaces, all that changed since `from`
  const changed = new Map(frame.changes.map((change) => [change.id, change]));
  const kept = floor.spaces.flatMap((space) => {
    const change = changed.get(space.id);
    if (!change) return [space];
    changed.delete(space.id);
    return "removed" in change ? [] : [change];
  });
  const added = [...changed.values()].filter((change): change is SpaceSnapshot => !("removed" in change));
  return { ...floor, offset: frame.to, plan: frame.plan, limits: frame.limits, spaces: [...kept, ...added] };
}
