import { AppError } from "@/lib/core/errors";
import { readPublishedPlan } from "@/lib/db/floor-plan-repository";
import { handle, json } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";

/** The plan viewers see; 404 when none was published. */
export const GET = handle<{ floorId: string }>("floor:read", inFloor, async ({ request, params }) => {
  const plan = await readPublishedPlan(params.floorId);
  if (!plan) throw new AppError("not-found", "This floor has no published plan.");
  const etag = `"${plan.floorId}-${plan.revision}-${Date.parse(plan.publishedAt)}"`;
  const headers = { etag, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return json(plan, headers);
});
