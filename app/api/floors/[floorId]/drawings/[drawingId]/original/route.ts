import { AppError } from "@/lib/core/errors";
import { readDrawing } from "@/lib/db/drawing-repository";
import { handle } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";

/** The upload as it came, to be saved only: whatever it is, no browser opens it here. */
export const GET = handle<{ floorId: string; drawingId: string }>("plan:write", inFloor, async ({ params }) => {
  const drawing = await readDrawing(params.floorId, params.drawingId, "original");
  if (!drawing) throw new AppError("not-found", "There is no such drawing.");
  return new Response(drawing.bytes, {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(drawing.name).replace(/['()*]/g, escape)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
});
