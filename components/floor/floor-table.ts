import { COMFORT_METRICS, type ComfortMetric } from "@/lib/core/air-limits";
import { airFigure, airOf, airUnit } from "@/lib/core/environment";
import type { Text } from "@/lib/core/text";
import type { DrawnSpace } from "./drawn-space";

/** One row of the table, with what its columns say and sort by. */
export interface FloorRow {
  readonly drawn: DrawnSpace;
  readonly kind: string;
  readonly people: number | null;
  readonly air: Readonly<Record<ComfortMetric, number | null>>;
}

const SORTS = ["name", "kind", "type", "now", "people", "capacity", ...COMFORT_METRICS] as const;
export type Sort = (typeof SORTS)[number];

export interface TableColumn {
  readonly key: Sort;
  readonly title: string;
  readonly isNumber: boolean;
}

export function tableColumns(now: string, t: Text): TableColumn[] {
  const number = (key: Sort, title: string) => ({ key, title, isNumber: true });
  const words = (key: Sort, title: string) => ({ key, title, isNumber: false });
  return [
    words("name", t("Space")),
    words("kind", t("Kind")),
    words("type", t("Type")),
    words("now", now),
    number("people", t("People")),
    number("capacity", t("Seats")),
    number("co2", t("CO₂, ppm")),
    number("temperature", t("Temperature, {unit}", { unit: airUnit("temperature", t) })),
    number("humidity", t("Humidity, %RH")),
  ];
}

/** Rows of a floor at a moment (ms). Of the air only what is not too old. */
export function tableRows(drawn: readonly DrawnSpace[], now: number, t: Text): FloorRow[] {
  const kinds: Record<string, string> = { room: t("Room"), zone: t("Zone"), desk: t("Desk") };
  return drawn.map((one) => {
    const { space, verdict } = one;
    const fresh = new Map(
      airOf(space, now).flatMap(({ metric, value, isFresh }) => (isFresh ? [[metric, value]] : [])),
    );
    const isNow = verdict.state !== "stale" && verdict.state !== "offline";
    return {
      drawn: one,
      kind: kinds[space.kind] ?? space.kind,
      people: isNow ? verdict.count : null,
      air: {
        co2: fresh.get("co2") ?? null,
        temperature: fresh.get("temperature") ?? null,
        humidity: fresh.get("humidity") ?? null,
      },
    };
  });
}

function sortValue({ drawn, kind, people, air }: FloorRow, sort: Sort): string | number | null {
  const { space, look } = drawn;
  if (sort === "name") return space.name;
  if (sort === "kind") return kind;
  if (sort === "type") return space.type;
  if (sort === "now") return look.rank;
  if (sort === "people") return people;
  return sort === "capacity" ? space.capacity : air[sort];
}

/** Numbers by size, texts by the alphabet with numbers in them by size; what is not known is last, either way. */
export function sortedRows(rows: readonly FloorRow[], sort: Sort, isDescending: boolean): FloorRow[] {
  const turn = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [sortValue(a, sort), sortValue(b, sort)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === "number" && typeof right === "number" && left !== right) return (left - right) * turn;
    const order = String(left).localeCompare(String(right), undefined, { numeric: true }) * turn;
    return order || a.drawn.space.name.localeCompare(b.drawn.space.name, undefined, { numeric: true });
  });
}

/** What a cell says; empty where nothing is known, which is never 0. */
export function cellText(row: FloorRow, sort: Sort, t: Text): string {
  const { space, look } = row.drawn;
  if (sort === "now") return [look.headline, look.detail].filter(Boolean).join(" · ");
  const value = sortValue(row, sort);
  if (value === null) return "";
  return typeof value === "number" && isAir(sort) ? airFigure(sort, value, t) : String(value ?? space.name);
}

const isAir = (sort: Sort): sort is ComfortMetric => (COMFORT_METRICS as readonly Sort[]).includes(sort);

/** A name that begins like a formula must not become one where the file is opened. */
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string) => `"${safe(text).replaceAll('"', '""')}"`;

/** Exactly the rows and columns that are shown, in their order. */
export function tableCsv(columns: readonly TableColumn[], rows: readonly FloorRow[], t: Text): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ key }) => cellText(row, key, t))),
  ];
  return `${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}
