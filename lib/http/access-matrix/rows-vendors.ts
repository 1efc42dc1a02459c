import type { Row, Rows } from "./row";

const SECRET = "a-secret-for-the-access-matrix";
const withNextSecret: Row["given"] = (_, world) =>
  world.asAdmin("PUT", "/api/vendors/butlr/secrets/next", { secret: SECRET }).then(() => undefined);

/** Deliveries and vendors' set-up. */
export const VENDOR_ROWS: Rows = {
  "GET /api/deliveries": { needs: "delivery:read" },
  "GET /api/deliveries/[deliveryId]": { needs: "delivery:read" },
  "POST /api/deliveries/replay": { needs: "delivery:replay", body: ({ deliveryId }) => ({ ids: [deliveryId] }) },
  "POST /api/deliveries/[deliveryId]/replay": { needs: "delivery:replay" },
  "GET /api/vendors": { needs: "vendor:configure" },
  "GET /api/vendors/[vendor]": { needs: "vendor:configure" },
  "PUT /api/vendors/[vendor]/secrets/[slot]": { needs: "vendor:configure", body: () => ({ secret: SECRET }) },
  "DELETE /api/vendors/[vendor]/secrets/[slot]": { needs: "vendor:configure", given: withNextSecret },
  "POST /api/vendors/[vendor]/secrets/promote": { needs: "vendor:configure", given: withNextSecret },
};
