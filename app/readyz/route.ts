import { isReady } from "@/lib/runtime/readiness";

export const dynamic = "force-dynamic";

/** The database answers and deliveries can be stored. */
export async function GET() {
  const ready = await isReady();
  return Response.json({ status: ready ? "ready" : "unavailable" }, { status: ready ? 200 : 503 });
}
