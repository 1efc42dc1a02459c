import { z } from "zod";
import { ConfiguredRule } from "./alert-rule";
import { FloorPlan } from "./floor-plan";
import { VENDORS } from "./observation";
import { SecondFactorRule } from "./second-factor-rule";
import { line, PARENT_KINDS, SpaceKind } from "./space";
import { SpaceTypeDraft } from "./space-type";
import { Retention } from "./storage";
import { ConfiguredThreshold } from "./threshold";
import { Holidays, isTimeZone, WorkingHours } from "./working-hours";

/**
 * The whole configuration of an installation as one JSON file: types, the tree with hours and holidays, plans with their
 * drawings, sources with where they stand, limits of the air, alert rules, settings. No secrets, no people, no readings. Ids hold within the file only.
 */
export const CONFIGURATION_FORMAT = "occupancy-configuration";
export const CONFIGURATION_VERSION = 1;

/** Settings that go along. One is added when it is configuration, no secret, and right in another installation. */
const ConfiguredSetting = z.discriminatedUnion(
  "name",
  [
    z.strictObject({ name: z.literal("retention"), value: Retention }),
    z.strictObject({ name: z.literal("secondFactor"), value: SecondFactorRule }),
  ],
  { error: "is no setting that can be restored" },
);
export const PORTABLE_SETTINGS = ["retention", "secondFactor"] as const satisfies z.infer<
  typeof ConfiguredSetting
>["name"][];

const FileId = z.string().regex(/^[1-9]\d{0,8}$/, "must be an id");
/** What PostgreSQL can hold. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0\p{Cs}]*$/u, "holds a character that cannot be stored");
const moment = z.iso.datetime();

const ConfiguredType = z.strictObject({ ...SpaceTypeDraft.shape, id: FileId });

export const ConfiguredSpace = z.strictObject({
  id: FileId,
  kind: SpaceKind,
  /** Null for a site. Stands before what is in it. */
  parentId: FileId.nullable(),
  /** The admin's name; null shows the vendor's. */
  name: line(200).nullable(),
  vendorName: text(1_000).nullable(),
  vendorNameAt: moment.nullable(),
  customId: line(200).nullable(),
  vendorCustomId: text(1_000).nullable(),
  capacity: z.number().int().min(0).max(100_000).nullable(),
  typeId: FileId.nullable(),
  tags: z.array(line(50)).max(50),
  timeZone: z.string().max(100).refine(isTimeZone, "must be a time zone such as Europe/Oslo").nullable(),
  workingHours: WorkingHours.nullable(),
  holidays: Holidays.nullable(),
  sortOrder: z.number().int().min(-1_000_000).max(1_000_000),
  /** Did an admin say where it stands, rather than its vendor? */
  isPlaced: z.boolean(),
});
export type ConfiguredSpace = z.infer<typeof ConfiguredSpace>;

const ConfiguredPlan = z.strictObject({
  floorId: FileId,
  published: FloorPlan.nullable(),
  draft: FloorPlan.nullable(),
});

/** A drawing as pages show it; the upload it was made of is not part of the file. */
const ConfiguredDrawing = z.strictObject({
  id: FileId,
  floorId: FileId,
  name: text(200),
  type: z.enum(["image/png", "image/jpeg", "image/svg+xml"]),
  data: z.base64(),
});

export const ConfiguredSource = z.strictObject({
  vendor: z.enum(VENDORS),
  kind: text(200),
  externalId: text(1_000),
  name: text(1_000).nullable(),
  customId: text(1_000).nullable(),
  expectedIntervalMs: z.number().int().min(0).max(2_147_483_647).nullable(),
  isIgnored: z.boolean(),
  /** Where it stands; null for nowhere. */
  spaceId: FileId.nullable(),
  /** Since when it stands there. */
  since: moment.nullable(),
  /** Was it an admin who put it there? */
  isByPerson: z.boolean(),
  /** Where it stood before an admin moved it or took it out; null when nobody ever did. Its vendor's word counts no more. */
  movedFrom: FileId.nullable(),
});
export type ConfiguredSource = z.infer<typeof ConfiguredSource>;

const shape = {
  format: z.literal(CONFIGURATION_FORMAT),
  version: z.literal(CONFIGURATION_VERSION),
  exportedAt: moment,
  types: z.array(ConfiguredType).max(10_000),
  spaces: z.array(ConfiguredSpace).max(200_000),
  plans: z.array(ConfiguredPlan).max(10_000),
  sources: z.array(ConfiguredSource).max(200_000),
  settings: z.array(ConfiguredSetting),
  /** Files of before there were such limits and rules have neither. */
  thresholds: z.array(ConfiguredThreshold).max(200_000).default([]),
  rules: z.array(ConfiguredRule).max(10_000).default([]),
  drawings: z.array(ConfiguredDrawing).max(10_000),
};
export const Configuration = z.strictObject(shape).check(({ value, issues }) => {
  for (const { path, message } of contradictions(value)) issues.push({ code: "custom", input: value, path, message });
});
export type Configuration = z.infer<typeof Configuration>;

interface Contradiction {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What single values cannot say: that every id leads to something of the right kind, and that nothing is there twice. */
function contradictions(file: z.infer<z.ZodObject<typeof shape>>): Contradiction[] {
  const found: Contradiction[] = [];
  const say = (path: (string | number)[], message: string) => found.push({ path, message });
  const once = (list: keyof typeof shape, keys: readonly string[]) => {
    const seen = new Set<string>();
    for (const [i, key] of keys.entries()) {
      if (seen.has(key)) say([list, i], "is there twice");
      seen.add(key);
    }
  };
  once(
    "types",
    file.types.map(({ id }) => id),
  );
  once(
    "types",
    file.types.map(({ name }) => name.toLowerCase()),
  );
  once(
    "spaces",
    file.spaces.map(({ id }) => id),
  );
  once(
    "plans",
    file.plans.map(({ floorId }) => floorId),
  );
  once(
    "drawings",
    file.drawings.map(({ id }) => id),
  );
  once(
    "settings",
    file.settings.map(({ name }) => name),
  );
  once(
    "sources",
    file.sources.map(({ vendor, kind, externalId }) => JSON.stringify([vendor, kind, externalId])),
  );
  once(
    "thresholds",
    file.thresholds.map(({ spaceId, metric }) => `${spaceId} ${metric}`),
  );
  const kinds = new Map<string, SpaceKind>();
  const types = new Set(file.types.map(({ id }) => id));
  for (const [i, space] of file.spaces.entries()) {
    const parent = space.parentId === null ? null : kinds.get(space.parentId);
    if (parent === undefined) say(["spaces", i, "parentId"], "is no space above it in the file");
    else if (parent === null ? space.kind !== "site" : !PARENT_KINDS[space.kind].includes(parent))
      say(["spaces", i, "parentId"], `a ${space.kind} cannot stand there`);
    if (space.typeId !== null && !types.has(space.typeId)) say(["spaces", i, "typeId"], "is no type of the file");
    if (space.name === null && space.vendorName === null) say(["spaces", i, "name"], "is missing");
    kinds.set(space.id, space.kind);
  }
  found.push(...takenNames(file.spaces));
  for (const list of ["plans", "drawings"] as const)
    for (const [i, { floorId }] of file[list].entries())
      if (kinds.get(floorId) !== "floor") say([list, i, "floorId"], "is no floor of the file");
  for (const [i, { spaceId, movedFrom }] of file.sources.entries())
    for (const id of [spaceId, movedFrom])
      if (id !== null && !kinds.has(id)) say(["sources", i, "spaceId"], "is no space of the file");
  for (const [i, { spaceId }] of file.thresholds.entries())
    if (spaceId !== null && !kinds.has(spaceId)) say(["thresholds", i, "spaceId"], "is no space of the file");
  return found;
}

/** What admins gave twice, and no other door lets them: a name beside itself, an id in one site. Vendors may. */
function takenNames(spaces: readonly ConfiguredSpace[]): Contradiction[] {
  const siteOf = new Map<string, string>();
  const seen = new Set<string>();
  const isTaken = (...key: readonly (string | null)[]) => {
    const text = JSON.stringify(key);
    const was = seen.has(text);
    seen.add(text);
    return was;
  };
  return spaces.flatMap(({ id, kind, parentId, name, customId }, i): Contradiction[] => {
    const site = siteOf.get(parentId ?? "") ?? id;
    siteOf.set(id, site);
    const found: Contradiction[] = [];
    if (name !== null && isTaken("name", kind, parentId, name.toLowerCase()))
      found.push({ path: ["spaces", i, "name"], message: `“${name}” is there twice` });
    if (customId !== null && isTaken("id", site, customId))
      found.push({ path: ["spaces", i, "customId"], message: `“${customId}” is there twice` });
    return found;
  });
}

const count = z.number().int().min(0);

/** `POST /api/configuration/import`: what is in the file, and with `?apply=true` what was restored. */
export const ConfigurationSummary = z.object({
  exportedAt: moment,
  isApplied: z.boolean(),
  /** Why it cannot be restored here; null when it can. */
  obstacle: z.string().nullable(),
  kinds: z.record(SpaceKind, count),
  types: count,
  plans: count,
  drawings: count,
  sources: count,
  assigned: count,
  thresholds: count,
  rules: count,
  settings: count,
});
export type ConfigurationSummary = z.infer<typeof ConfigurationSummary>;

export const ConfigurationImportQuery = z.object({ apply: z.enum(["true", "false"]).default("false") });
