import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/db/generated/enums";
import type { Actor } from "./actor";
import { type Action, authorize, POLICY } from "./authorize";

const actions = Object.keys(POLICY) as Action[];
const actor = (role: Role): Actor => ({ userId: "u", name: "N", email: "n@example.com", role, sessionId: "s" });

/** Written out again on purpose: a slip in the policy must not move the test along with it. */
const VIEWER_MAY = ["floor:read", "space:read", "source:read", "alert:read", "feed:read"];

describe("authorize", () => {
  it.each(actions)("refuses %s to nobody", (action) => {
    expect(() => authorize(null, action)).toThrow(expect.objectContaining({ code: "unauthenticated" }));
  });

  it.each(actions)("lets an admin do %s", (action) => {
    expect(() => authorize(actor("admin"), action)).not.toThrow();
  });

  it.each(actions)("lets a viewer do %s only if it is on the short list", (action) => {
    const attempt = () => authorize(actor("viewer"), action, { type: "space", id: 7 });
    if (VIEWER_MAY.includes(action)) expect(attempt).not.toThrow();
    else
      expect(attempt).toThrow(
        expect.objectContaining({
          code: "forbidden",
          details: { action, object: { type: "space", id: 7 }, userId: "u" },
        }),
      );
  });

  it("refuses a role it does not know", () => {
    expect(() => authorize(actor("owner" as Role), "floor:read")).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });
});
