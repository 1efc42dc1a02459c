import { handle } from "@/lib/http/handle";
import { download } from "@/lib/http/read-file";
import { ANYWHERE } from "@/lib/http/where";
import { exportSpaces } from "@/lib/services/imports/export-spaces";

/** Every space of the caller's sites with its sources, as CSV; imported again unchanged, it changes nothing. */
export const GET = handle("space:write", ANYWHERE, async ({ actor }) =>
  download(await exportSpaces(actor), { name: "spaces.csv", type: "text/csv; charset=utf-8" }),
);
