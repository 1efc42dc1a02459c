import { AppError } from "@/lib/core/errors";
import { listDrawings } from "@/lib/db/drawing-repository";
import { parseId } from "@/lib/db/parse-id";
import { handle, json } from "@/lib/http/handle";
import { readUpload } from "@/lib/http/read-upload";
import { inFloor } from "@/lib/http/where";
import { addDrawing } from "@/lib/services/plans/add-drawing";

type Params = { floorId: string };

/** Every drawing of the floor, newest first. */
export const GET = handle<Params>("plan:write", inFloor, async ({ params }) =>
  json({ items: await listDrawings(parseId(params.floorId) ?? 0) }),
);

/**
 * Takes an upload: `multipart/form-data` with a `file`, or the bytes themselves with `?name=`. `?page=` chooses the page
 * of a PDF. Answers an `UploadedDrawing`.
 */
export const POST = handle<Params>("plan:write", inFloor, async ({ request, params, actor }) => {
  const upload = await readUpload(request);
  if (!upload) throw new AppError("invalid", "The file is larger than 20 MB.");
  return Response.json(await addDrawing(params.floorId, upload, actor), { status: 201 });
});
