import { metrics } from "@/lib/runtime/metrics";

export const dynamic = "force-dynamic";

/** Prometheus text format: numbers about this process, no names of people or places. */
export async function GET() {
  const { registry } = metrics();
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}
