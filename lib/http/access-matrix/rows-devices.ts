import type { Rows } from "./row";

/** Devices: everybody's, within their sites. */
export const DEVICE_ROWS: Rows = {
  "GET /api/devices": { needs: "source:read" },
};
