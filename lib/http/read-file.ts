import "server-only";
import { AppError } from "@/lib/core/errors";
import { say } from "@/lib/core/words";
import { readBody } from "./read-body";

/** The body of a request as it is, or `invalid` as soon as it is longer than so many megabytes. */
export async function fileBody(request: Request, maxMegabytes: number): Promise<Buffer> {
  const body = await readBody(request, maxMegabytes << 20);
  if (body === null) throw new AppError("invalid", say("The file is larger than {most} MB.", { most: maxMegabytes }));
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

/** A file to keep, with a name that is only ASCII. */
export const download = (body: BodyInit, { name, type }: { name: string; type: string }): Response =>
  new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
