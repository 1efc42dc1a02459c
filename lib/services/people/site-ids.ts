import { AppError } from "@/lib/core/errors";
import type { Access } from "@/lib/core/person";
import { parseId } from "@/lib/db/parse-id";
import type { AccessRow } from "@/lib/db/person-write";

/** Access as the wire says it, for the database. Throws `invalid`. */
export function accessRow({ role, sites }: Access): AccessRow {
  return { role, sites: sites && [...new Set(sites.map(siteId))] };
}

function siteId(id: string): number {
  const parsed = parseId(id);
  if (parsed === null) throw new AppError("invalid", "One of these sites does not exist.");
  return parsed;
}
