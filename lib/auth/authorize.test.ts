import { describe, expect, it } from "vitest";
import { type Action, POLICY, ROLES, type Role } from "@/lib/core/access";
import type { Actor } from "./actor";
import { authorize, isAllowed } from "./authorize";

const actions = Object.keys(POLICY) as Action[];
const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  userId: "u",
  name: "N",
  email: "n@example.com",
  role,
  sites: null,
  scopes: null,
  sessionId: "s",
  address: null,
  ...more,
});

/** Written out again on purpose: a slip in the policy must not move the test along with it. */
const VIEWER = ["floor:read", "space:read", "source:read", "alert:read", "feed:read", "account:write"];
const OPERATOR = [...VIEWER, "alert:write", "audit:read", "visitor:read", "report:write"];
const SITE_ADMIN = [...OPERATOR, "rule:write", "space:write", "plan:write", "source:assign", "token:write"];
const MAY: Record<Role, readonly string[]> = {
  viewer: VIEWER,
  operator: OPERATOR,
  site_admin: SITE_ADMIN,
  admin: actions,
};

const code = (is: string) => expect.objectContaining({ code: is });

describe("authorize", () => {
  it.each(actions)("refuses %s to nobody", (action) => {
    expect(() => authorize(null, action)).toThrow(code("unauthenticated"));
  });

  it.each(ROLES.flatMap((role) => actions.map((action) => [role, action] as const)))("%s and %s", (role, action) => {
    const attempt = () => authorize(actor(role), action, { siteId: 7 });
    if (MAY[role].includes(action)) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(code("forbidden"));
  });

  it("refuses a role it does not know", () => {
    expect(() => authorize(actor("owner" as Role), "floor:read")).toThrow(code("forbidden"));
  });

  it("knows nothing outside a person's sites", () => {
    const ann = actor("site_admin", { sites: [1, 2] });
    expect(() => authorize(ann, "space:write", { siteId: 2 })).not.toThrow();
    expect(() => authorize(ann, "space:write", { siteId: 3 })).toThrow(code("not-found"));
    expect(isAllowed(actor("viewer", { sites: [] }), "floor:read", { siteId: 1 })).toBe(false);
  });

  it("shows what stands nowhere to those who may say where", () => {
    expect(isAllowed(actor("site_admin", { sites: [1] }), "source:read", { siteId: null })).toBe(true);
    expect(isAllowed(actor("viewer", { sites: [1] }), "source:read", { siteId: null })).toBe(false);
    expect(isAllowed(actor("viewer"), "source:read", { siteId: null })).toBe(true);
  });

  it.each(actions)("holds %s back from who lacks the second factor that is asked of them", (action) => {
    const ann = actor("admin", { lacksSecondFactor: true });
    const isOwn = action === "account:write";
    if (isOwn) expect(() => authorize(ann, action)).not.toThrow();
    else expect(() => authorize(ann, action)).toThrow(code("second-factor-required"));
    expect(isAllowed(ann, action)).toBe(isOwn);
  });

  it("keeps a token to its scopes, and to what its owner may do", () => {
    const scopes = ["floor:read", "user:write"];
    expect(isAllowed(actor("viewer", { scopes }), "floor:read")).toBe(true);
    expect(isAllowed(actor("admin", { scopes }), "space:write")).toBe(false);
    expect(isAllowed(actor("viewer", { scopes }), "user:write")).toBe(false);
  });
});
