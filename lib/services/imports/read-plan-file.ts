import "server-only";
import { AppError } from "@/lib/core/errors";
import { drawLevels } from "@/lib/core/plan-import/draw-levels";
import { featuresOf } from "@/lib/core/plan-import/feature";
import type { Level } from "@/lib/core/plan-import/levels";
import { MOST_LEVELS, type PlanImportPreview } from "@/lib/core/plan-import/plan-import";
import { geojsonLevels } from "@/lib/core/plan-import/read-geojson";
import { IMDF_FILES, type ImdfFile, imdfLevels } from "@/lib/core/plan-import/read-imdf";
import { text } from "@/lib/core/text";
import { say, type Words } from "@/lib/core/words";
import { zipEntries } from "./zip-entries";

/** Parsed at once on the thread vendors are answered on: what is larger would keep them waiting. */
const MOST_BYTES = 8 << 20;
const MOST_FEATURES = 50_000;

const refused = (words: string | Words) => new AppError("invalid", words);

/** What an IMDF archive or a GeoJSON file holds, drawn as plans. Changes nothing. Throws `invalid` with what is wrong. */
export async function readPlanFile(file: Buffer): Promise<PlanImportPreview> {
  const isZip = file.subarray(0, 4).toString("latin1") === "PK\x03\x04";
  const levels = isZip ? await archiveLevels(file) : documentLevels(parsed(file, null));
  const drawn = levels.filter(({ items }) => items.length > 0).sort((a, b) => b.ordinal - a.ordinal);
  if (drawn.length === 0)
    throw refused(text("There is nothing in this file that can be drawn: no rooms, zones or desks."));
  if (drawn.length > MOST_LEVELS)
    throw refused(say("This file has more than {most} levels.", { most: String(MOST_LEVELS) }));
  const plans = drawLevels(drawn);
  return {
    format: isZip ? "imdf" : "geojson",
    levels: drawn.flatMap(({ items: _, ...level }, index) => {
      const plan = plans[index];
      return plan ? [{ ...level, plan }] : [];
    }),
  };
}

async function archiveLevels(file: Buffer): Promise<Level[]> {
  const entries = await zipEntries(file, (name) => imdfName(name) !== null);
  if (entries.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) > MOST_BYTES) {
    throw refused(text("This archive holds more than 8 MB of plans. Export one building at a time."));
  }
  const documents = new Map(
    entries.map(({ name, bytes }) => [imdfName(name), parsed(Buffer.from(bytes), name)] as const),
  );
  const levels = imdfLevels(Object.fromEntries(documents));
  if (!levels) throw refused(text("This archive is no IMDF: it has no level.geojson or no unit.geojson."));
  return levels;
}

/** `unit.geojson`, in whatever folder; null for what is not read. Names are only compared, nothing is ever written. */
function imdfName(path: string): ImdfFile | null {
  const name = /(?:^|\/)([a-z]+)\.geojson$/.exec(path)?.[1];
  return IMDF_FILES.find((known) => known === name) ?? null;
}

function documentLevels(document: unknown): Level[] {
  const features = featuresOf(document);
  if (!features) throw refused(text("This is no GeoJSON: it has no collection of features."));
  if (features.length > MOST_FEATURES)
    throw refused(say("This file has more than {most} features.", { most: String(MOST_FEATURES) }));
  return geojsonLevels(features);
}

function parsed(bytes: Buffer, name: string | null): unknown {
  if (bytes.byteLength > MOST_BYTES) throw refused(text("This file is larger than 8 MB."));
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refused(
      name === null
        ? say("The file is neither an IMDF archive nor GeoJSON.")
        : say("{name} is neither an IMDF archive nor GeoJSON.", { name }),
    );
  }
}
