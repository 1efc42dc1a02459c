import { handle } from "@/lib/http/handle";
import { download } from "@/lib/http/read-file";
import { ANYWHERE } from "@/lib/http/where";
import { exportConfiguration } from "@/lib/services/configuration/export-configuration";

/** The whole configuration as one JSON file, without secrets, people and readings. */
export const GET = handle("settings:read", ANYWHERE, async ({ actor }) =>
  download(await exportConfiguration(actor), { name: "occupancy-configuration.json", type: "application/json" }),
);
