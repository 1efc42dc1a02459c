import "server-only";
import { packFloor } from "@/lib/core/packed-floor";
import { database } from "@/lib/db/client";
import { parseId, readFloorCursors, readFloorSnapshot } from "@/lib/db/floor-repository";
import { singleton } from "./singleton";

interface FloorAnswer {
  readonly etag: string;
  /** JSON */
  readonly text: string;
}

interface Held {
  readonly answer: Promise<FloorAnswer | null>;
  readonly place: string;
  /** ms */
  readonly until: number;
}

/** States change by time alone and the answer tells the time, so it is good for a second and no longer. */
const HELD_MS = 1_000;
const MOST_HELD = 200;

const held = () => singleton("floor answers", () => new Map<number, Held>());

/** A floor's snapshot as it is sent; those who ask together, as all do after a restart, share one reading. */
export async function floorAnswer(floorId: string): Promise<FloorAnswer | null> {
  const id = parseId(floorId);
  const [cursor] = id === null ? [] : await readFloorCursors([id], database());
  if (id === null || !cursor) return null;
  const place = `${cursor.epoch}:${cursor.offset}`;
  const known = held().get(id);
  if (known?.place === place && known.until > Date.now()) return known.answer;
  const answer = readAnswer(floorId);
  if (held().size >= MOST_HELD) held().clear();
  held().set(id, { answer, place, until: Date.now() + HELD_MS });
  answer.catch(() => held().delete(id));
  return answer;
}

async function readAnswer(floorId: string): Promise<FloorAnswer | null> {
  const floor = await readFloorSnapshot(floorId);
  return floor && { etag: `"${floor.epoch}:${floor.offset}"`, text: JSON.stringify(packFloor(floor)) };
}
