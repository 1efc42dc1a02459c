import { describe, expect, test } from "vitest";
import { parseEnv } from "./env";

const GOOD = {
  PUBLIC_URL: "https://occ.example",
  OIDC_ISSUER: "https://login.example/realms/office/",
  OIDC_CLIENT_ID: "occupancy",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_ROLES: '{"facilities-admins":"admin","site-berlin":{"role":"site_admin","sites":["Berlin"]}}',
};

describe("OIDC settings", () => {
  test("are none when nothing is set", () => {
    expect(parseEnv({}).oidc).toBeNull();
    expect(parseEnv({ OIDC_NAME: "Okta", OIDC_ISSUER: "" }).oidc).toBeNull();
  });

  test("are read with their defaults", () => {
    expect(parseEnv(GOOD).oidc).toEqual({
      issuer: "https://login.example/realms/office",
      clientId: "occupancy",
      clientSecret: "secret",
      name: "single sign-on",
      scopes: ["openid", "profile", "email"],
      groupsClaim: "groups",
      roles: new Map([
        ["facilities-admins", { role: "admin", sites: null }],
        ["site-berlin", { role: "site_admin", sites: ["Berlin"] }],
      ]),
      defaultRole: null,
    });
  });

  test.each([
    [{ OIDC_CLIENT_SECRET: "" }, "Set all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET"],
    [{ PUBLIC_URL: "" }, "OIDC needs PUBLIC_URL"],
    [{ OIDC_ROLES: "" }, "nobody could sign in"],
    [{ OIDC_ROLES: "{" }, "OIDC_ROLES: is not JSON"],
    [{ OIDC_ROLES: "[]" }, "OIDC_ROLES: must be an object"],
    [{ OIDC_ROLES: '{"a":"owner"}' }, "OIDC_ROLES.a"],
    [{ OIDC_ROLES: '{"a":"site_admin"}' }, "OIDC_ROLES.a: a site_admin needs sites"],
    [{ OIDC_ROLES: '{"a":{"role":"admin","sites":["x"]}}' }, "OIDC_ROLES.a: an admin sees every site"],
    [{ OIDC_ROLES: '{"a":{"role":"viewer","site":["x"]}}' }, "OIDC_ROLES.a"],
    [{ OIDC_ISSUER: "http://login.example" }, "OIDC_ISSUER: must be https"],
    [{ OIDC_ISSUER: "login.example" }, "OIDC_ISSUER"],
    [{ OIDC_DEFAULT_ROLE: "admin" }, "OIDC_DEFAULT_ROLE"],
  ])("%j is refused: %s", (change, message) => {
    expect(() => parseEnv({ ...GOOD, ...change })).toThrow(message);
  });

  test("may be http on this machine, and give everybody a role", () => {
    const settings = { ...GOOD, OIDC_ISSUER: "http://127.0.0.1:5110", OIDC_ROLES: "", OIDC_DEFAULT_ROLE: "viewer" };
    expect(parseEnv(settings).oidc).toMatchObject({ issuer: "http://127.0.0.1:5110", defaultRole: "viewer" });
  });
});
