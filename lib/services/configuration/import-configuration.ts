import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { Configuration, type ConfigurationSummary } from "@/lib/core/configuration";
import { AppError } from "@/lib/core/errors";
import type { FloorPlan } from "@/lib/core/floor-plan";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import {
  type Contents,
  type IdMap,
  readContents,
  restorePlan,
  restoreRules,
  restoreSettings,
  restoreSources,
  restoreSpaces,
  restoreThresholds,
  restoreTypes,
} from "@/lib/db/configuration-import";
import type { Database } from "@/lib/db/database";
import { insertDrawing, type NewDrawing } from "@/lib/db/drawing-repository";
import { lockPlaces } from "@/lib/db/floor-members";
import { inTransaction } from "@/lib/db/in-transaction";
import { shownDrawing } from "@/lib/runtime/shown-drawing";

/** Reads a configuration file. Throws `invalid` with the paths that are wrong. */
function readConfigurationFile(bytes: Buffer): Configuration {
  const parsed = Configuration.safeParse(parseJson(bytes));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join("."), message }));
  const [first] = issues;
  const isOurs = !issues.some(({ path }) => path === "format" || path === "version" || path === "");
  const message = isOurs
    ? `The file is damaged or was changed by hand: ${first?.path} ${first?.message}.`
    : "This is no configuration of this version of Occupancy.";
  throw new AppError("invalid", message, { issues });
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new AppError("invalid", "The file is not JSON.");
  }
}

/** What is in the file, and whether it could be restored here. Changes nothing. */
export async function previewConfiguration(bytes: Buffer, db: Database = database()): Promise<ConfigurationSummary> {
  const file = readConfigurationFile(bytes);
  return { ...summaryOf(file), isApplied: false, obstacle: obstacleIn(await readContents(db.read)) };
}

/**
 * Restores a configuration into an empty system, in one transaction. Answers what was restored and the floors. Throws
 * `invalid` for a file or drawing that is not right, `conflict` when something is here already.
 */
export async function restoreConfiguration(
  bytes: Buffer,
  actor: Actor,
  db: Database = database(),
): Promise<{ summary: ConfigurationSummary; floorIds: readonly number[] }> {
  const file = readConfigurationFile(bytes);
  const obstacle = obstacleIn(await readContents(db.read));
  if (obstacle !== null) throw new AppError("conflict", obstacle);
  const drawings = await checkedDrawings(file, actor);
  return inTransaction(db.read, async (client) => {
    await lockPlaces(client);
    const late = obstacleIn(await readContents(client));
    if (late !== null) throw new AppError("conflict", late);
    const floorIds = await restore(client, { file, drawings, by: actor.name });
    const summary = { ...summaryOf(file), isApplied: true, obstacle: null };
    const entry = { action: "configuration.restore", objectType: "configuration", objectId: "all" };
    await writeAudit(client, { actor, ...entry, after: summary });
    return { summary, floorIds };
  });
}

function obstacleIn({ spaces, archived }: Contents): string | null {
  if (spaces + archived === 0) return null;
  const living = spaces > 0 ? [`${spaces} ${spaces === 1 ? "space" : "spaces"}`] : [];
  const gone = archived > 0 ? [`${archived} archived ${archived === 1 ? "space" : "spaces"}`] : [];
  return `A configuration can only be restored where there are no spaces yet. Here are ${[...living, ...gone].join(" and ")}.`;
}

function summaryOf(file: Configuration): Omit<ConfigurationSummary, "isApplied" | "obstacle"> {
  const kinds = { site: 0, building: 0, floor: 0, room: 0, zone: 0, desk: 0 };
  for (const { kind } of file.spaces) kinds[kind]++;
  return {
    exportedAt: file.exportedAt,
    kinds,
    types: file.types.length,
    plans: file.plans.length,
    drawings: file.drawings.length,
    sources: file.sources.length,
    assigned: file.sources.filter(({ spaceId }) => spaceId !== null).length,
    thresholds: file.thresholds.length,
    rules: file.rules.length,
    settings: file.settings.length,
  };
}

interface Checked {
  readonly fileId: string;
  readonly floorId: string;
  readonly drawing: NewDrawing;
}

/** Every drawing goes the way of an upload: what the file says is a picture is believed no more than what a browser says. */
async function checkedDrawings({ drawings }: Configuration, actor: Actor): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const { id, floorId, name, data } of drawings) {
    const original = Buffer.from(data, "base64");
    const answer = await shownDrawing({ bytes: original, page: 1 });
    if (answer.kind === "refused") throw new AppError("invalid", `The drawing “${name}” is refused: ${answer.message}`);
    const { type: shownType, bytes: shown, width, height } = answer.shown;
    const made = { shownType, shown, width, height, originalType: answer.originalType, original };
    checked.push({ fileId: id, floorId, drawing: { ...made, name, createdBy: actor.name } });
  }
  return checked;
}

interface Restoring {
  readonly file: Configuration;
  readonly drawings: readonly Checked[];
  readonly by: string;
}

async function restore(client: PoolClient, { file, drawings, by }: Restoring): Promise<number[]> {
  const types = await restoreTypes(client, file.types);
  const { ids: spaces, floorIds } = await restoreSpaces(client, file.spaces, types);
  const pictures = new Map<string, number>();
  for (const { fileId, floorId, drawing } of drawings)
    pictures.set(fileId, Number((await insertDrawing(client, spaces.get(floorId) as number, drawing)).id)); // a floor of the file
  const here = (plan: FloorPlan | null) => plan && withIds(plan, { types, spaces, pictures });
  for (const { floorId, published, draft } of file.plans)
    await restorePlan(client, spaces.get(floorId) as number, { published: here(published), draft: here(draft) }, by);
  await restoreSources(client, file.sources, spaces, by);
  await restoreThresholds(client, file.thresholds, spaces);
  await restoreRules(client, file.rules, { spaces, types });
  await restoreSettings(client, file.settings);
  return floorIds;
}

/** The plan with the ids of this system; what the file does not have (an archived room) becomes a shape of its own. */
function withIds(
  plan: FloorPlan,
  { types, spaces, pictures }: Record<"types" | "spaces" | "pictures", IdMap>,
): FloorPlan {
  const as = (ids: IdMap, id: string | null) => {
    const found = id === null ? undefined : ids.get(id);
    return found === undefined ? null : String(found);
  };
  const picture = as(pictures, plan.drawing?.id ?? null);
  return {
    ...plan,
    drawing: plan.drawing && picture !== null ? { ...plan.drawing, id: picture } : null,
    shapes: plan.shapes.map((shape) => ({
      ...shape,
      spaceId: as(spaces, shape.spaceId),
      ...(shape.edit?.typeId ? { edit: { ...shape.edit, typeId: as(types, shape.edit.typeId) } } : {}),
    })),
  };
}
