import type { SpaceKind } from "@/lib/core/space";
import type { SpaceChange } from "@/lib/core/space-requests";
import { text } from "@/lib/core/text";
import type { Holidays, WorkingHours } from "@/lib/core/working-hours";
import { refuse } from "./space-rules";

/** What admins say about a space, as its row holds it. */
export interface SpaceFields {
  readonly parentId: number | null;
  readonly name: string | null;
  readonly capacity: number | null;
  readonly typeId: number | null;
  readonly customId: string | null;
  readonly tags: readonly string[];
  readonly timeZone: string | null;
  readonly workingHours: WorkingHours | null;
  readonly holidays: Holidays | null;
  readonly sortOrder: number;
}

export const NO_FIELDS: SpaceFields = {
  parentId: null,
  name: null,
  capacity: null,
  typeId: null,
  customId: null,
  tags: [],
  timeZone: null,
  workingHours: null,
  holidays: null,
  sortOrder: 0,
};

/** As columns, in the order of `fieldValues`. */
export const FIELD_COLUMNS =
  "parent_id, name, capacity, type_id, custom_id, tags, time_zone, working_hours, holidays, sort_order";

/** A row's columns under the names of the fields. */
export const SELECT_FIELDS = `parent_id AS "parentId", name, capacity, type_id AS "typeId", custom_id AS "customId", tags,
  time_zone AS "timeZone", working_hours AS "workingHours", holidays, sort_order AS "sortOrder"`;

export const fieldValues = (fields: SpaceFields): unknown[] => [
  fields.parentId,
  fields.name,
  fields.capacity,
  fields.typeId,
  fields.customId,
  fields.tags,
  fields.timeZone,
  fields.workingHours === null ? null : JSON.stringify(fields.workingHours),
  fields.holidays === null ? null : JSON.stringify(fields.holidays),
  fields.sortOrder,
];

/** The fields after a change: only what it names is another. Throws `invalid` for what this kind cannot have. */
export function withChange(before: SpaceFields, change: SpaceChange, kind: SpaceKind): SpaceFields {
  const { parentId, typeId, tags, ...rest } = definedOnly(change);
  const after: SpaceFields = {
    ...before,
    ...rest,
    ...(parentId === undefined ? {} : { parentId: Number(parentId) }),
    ...(typeId === undefined ? {} : { typeId: typeId === null ? null : Number(typeId) }),
    ...(tags === undefined ? {} : { tags: [...new Set(tags)] }),
  };
  if (kind === "site" && after.parentId !== null) throw refuse("parentId", text("A site stands in nothing."));
  if (kind !== "site" && after.timeZone !== null) throw refuse("timeZone", text("Only sites have a time zone."));
  if (kind !== "site" && after.holidays !== null) throw refuse("holidays", text("Only sites have holidays."));
  return after;
}

/** What differs between the two: for the audit log. */
export function difference(before: SpaceFields, after: SpaceFields) {
  const changed = (Object.keys(after) as (keyof SpaceFields)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const of = (fields: SpaceFields) => Object.fromEntries(changed.map((field) => [field, fields[field]]));
  return { changed, before: of(before), after: of(after) };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const definedOnly = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Defined<T>;
