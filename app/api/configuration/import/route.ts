import { ConfigurationImportQuery } from "@/lib/core/configuration";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { fileBody } from "@/lib/http/read-file";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { previewConfiguration, restoreConfiguration } from "@/lib/services/configuration/import-configuration";

const MOST_MEGABYTES = 128;

/** What is in a configuration file; with `?apply=true` it is restored, which only works where there are no spaces yet. */
export const POST = handle("settings:write", ANYWHERE, async ({ request, actor }) => {
  const { apply } = parseOrThrow(ConfigurationImportQuery, query(request));
  const bytes = await fileBody(request, MOST_MEGABYTES);
  if (apply === "false") return json(await previewConfiguration(bytes));
  const { summary, floorIds } = await restoreConfiguration(bytes, actor);
  committedHere(floorIds);
  return json(summary);
});
