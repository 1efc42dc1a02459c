import { DeviceQuery } from "@/lib/core/device-health";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { exportDevices, listDevices } from "@/lib/services/devices/list-devices";

/** How the devices are, within the caller's sites, in pages. All that match as CSV to `Accept: text/csv`. */
export const GET = handle("source:read", ANYWHERE, async ({ request, actor }) => {
  const asked = parseOrThrow(DeviceQuery, query(request));
  if (!request.headers.get("accept")?.includes("text/csv")) return json(await listDevices(asked, actor));
  return new Response(await exportDevices(asked, actor), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="devices.csv"',
      "cache-control": "no-store",
    },
  });
});
