import { AppError } from "@/lib/core/errors";
import { handle } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";
import { floorAnswer } from "@/lib/runtime/floor-answers";

/** Everything a floor shows. The ETag is where its feed stands; states that only time changes need no new fetch. */
export const GET = handle<{ floorId: string }>("floor:read", inFloor, async ({ request, params }) => {
  const answer = await floorAnswer(params.floorId);
  if (!answer) throw new AppError("not-found", "There is no such floor.");
  const headers = { etag: answer.etag, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === answer.etag) return new Response(null, { status: 304, headers });
  return new Response(answer.text, { headers: { ...headers, "content-type": "application/json" } });
});
