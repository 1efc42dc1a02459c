import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { CONFIGURATION_FORMAT, CONFIGURATION_VERSION, PORTABLE_SETTINGS } from "@/lib/core/configuration";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import { readConfiguration, readConfiguredDrawing } from "@/lib/db/configuration-export";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";

/** The configuration as JSON text, piece by piece: drawings are read one at a time. Audited. */
export async function exportConfiguration(
  actor: Actor,
  db: Database = database(),
): Promise<ReadableStream<Uint8Array>> {
  const { drawingIds, ...content } = await inTransaction(db.read, (client) =>
    readConfiguration(client, PORTABLE_SETTINGS),
  );
  const about = { format: CONFIGURATION_FORMAT, version: CONFIGURATION_VERSION, exportedAt: new Date().toISOString() };
  const counts = { spaces: content.spaces.length, sources: content.sources.length, drawings: drawingIds.length };
  const entry = { action: "configuration.export", objectType: "configuration", objectId: "all" };
  await writeAudit(db.read, { actor, ...entry, after: counts });
  return streamOf(pieces({ ...about, ...content }, drawingIds, db));
}

function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
}

async function* pieces(content: object, drawingIds: readonly number[], db: Database): AsyncGenerator<string> {
  yield `${JSON.stringify(content).slice(0, -1)},"drawings":[`;
  let isFirst = true;
  for (const id of drawingIds) {
    const drawing = await readConfiguredDrawing(id, db);
    if (!drawing) continue;
    yield `${isFirst ? "" : ","}${JSON.stringify(drawing)}`;
    isFirst = false;
  }
  yield "]}";
}
