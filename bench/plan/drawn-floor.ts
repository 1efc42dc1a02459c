import { type FloorPlan, PlanDraft, type Point } from "@/lib/core/floor-plan";
import { FloorFromWire } from "@/lib/core/packed-floor";
import { WEBHOOK_KEY, WEBHOOK_PATH } from "../app-under-test";

const COLUMNS = 40;

/** Posts as Butlr does: so many people in a room of the one floor there is. */
export async function postRoom(url: string, room: number, people: number, agoMs = 0): Promise<void> {
  const ids = { org_id: "o", site_id: "s", building_id: "b", floor_id: "space_f", room_id: `room_${room}` };
  const names = { org_name: "O", site_name: "S", building_name: "B", floor_name: "F", room_name: `Room ${room}` };
  const answer = await fetch(url + WEBHOOK_PATH, {
    method: "POST",
    headers: { "x-api-key": WEBHOOK_KEY, "content-type": "application/json" },
    body: JSON.stringify({
      id: crypto.randomUUID(),
      type: "ROOM_OCCUPANCY",
      timestamp: Date.now() - agoMs,
      version: "v1.0.0",
      metadata: { ...ids, ...names },
      data: people,
    }),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
}

/** Draws all rooms in rows and publishes the plan; answers the floor's id. */
export async function drawFloor(url: string, cookie: string): Promise<string> {
  const api = async (at: string, method = "GET", body?: object): Promise<unknown> => {
    const answer = await fetch(url + at, {
      method,
      headers: { cookie, "content-type": "application/json", origin: url },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${at} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const { items } = (await api("/api/floors")) as { items: { id: string }[] };
  const floorId = items[0]?.id ?? "";
  const { spaces } = FloorFromWire.parse(await api(`/api/floors/${floorId}/snapshot`));
  const rooms = spaces.filter(({ kind }) => kind === "room").map(({ id }) => id);
  const draftUrl = `/api/floors/${floorId}/plan/draft`;
  const { revision } = PlanDraft.parse(await api(draftUrl));
  const saved = PlanDraft.parse(await api(draftUrl, "PUT", { revision, plan: planOf(rooms) }));
  await api(`/api/floors/${floorId}/plan/publish`, "POST", { revision: saved.revision });
  return floorId;
}

function planOf(rooms: readonly string[]): FloorPlan {
  const [width, height] = [1 / COLUMNS, 1 / Math.ceil(rooms.length / COLUMNS)];
  const shapes = rooms.map((id, i) => {
    const [x, y] = [(i % COLUMNS) * width, Math.floor(i / COLUMNS) * height];
    const points: Point[] = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
    return { id: `r${id}`, kind: "room" as const, points, spaceId: id };
  });
  return { aspect: 1.6, widthM: 80, drawing: null, shapes };
}
