import { AppError } from "@/lib/core/errors";
import { readDrawing } from "@/lib/db/drawing-repository";
import { handle } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";

/** What the server made of an upload. Never the upload itself; nothing in it may run or load, wherever it is opened. */
export const GET = handle<{ floorId: string; drawingId: string }>("floor:read", inFloor, async ({ params }) => {
  const drawing = await readDrawing(params.floorId, params.drawingId, "shown");
  if (!drawing) throw new AppError("not-found", "There is no such drawing.");
  return new Response(drawing.bytes, {
    headers: {
      "content-type": drawing.type,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
    },
  });
});
