import { expect, test } from "vitest";
import { parseEnv } from "./env";

test("nothing set is a working installation with every vendor off", () => {
  expect(parseEnv({})).toMatchObject({
    port: 3000,
    dataDir: ".data",
    databaseUrl: null,
    publicUrl: null,
    secretKey: null,
    personalData: "encrypt",
    butlr: { keys: [], header: "x-api-key" },
    disruptive: { secrets: [] },
    zoom: { secrets: [], accountId: null, temperatureUnit: "C" },
  });
});

test("an empty variable counts as unset", () => {
  expect(parseEnv({ DATABASE_URL: "", PORT: "" })).toMatchObject({ databaseUrl: null, port: 3000 });
});

test("several Butlr keys are good while one is replaced", () => {
  expect(parseEnv({ BUTLR_WEBHOOK_KEY: "old, next ,", BUTLR_WEBHOOK_HEADER: "X-Butlr" }).butlr).toMatchObject({
    keys: ["old", "next"],
    header: "x-butlr",
  });
});

test("several secrets of DT and Zoom are good as well", () => {
  const env = parseEnv({ DT_SIGNATURE_SECRET: "a,b", ZOOM_WEBHOOK_SECRET_TOKEN: "c", ZOOM_TEMPERATURE_UNIT: "F" });
  expect([env.disruptive.secrets, env.zoom.secrets, env.zoom.temperatureUnit]).toEqual([["a", "b"], ["c"], "F"]);
});

test("a short installation key or an unknown word is an error", () => {
  const bad = { SECRET_KEY: "short", PERSONAL_DATA: "keep", ZOOM_TEMPERATURE_UNIT: "K" };
  expect(() => parseEnv(bad)).toThrow(/SECRET_KEY[\s\S]*PERSONAL_DATA[\s\S]*ZOOM_TEMPERATURE_UNIT/);
});

test("every bad variable is named at once", () => {
  const bad = { PORT: "many", PUBLIC_URL: "example.com", BUTLR_WEBHOOK_HEADER: "a header" };
  expect(() => parseEnv(bad)).toThrow(/PORT[\s\S]*PUBLIC_URL[\s\S]*BUTLR_WEBHOOK_HEADER/);
});

test("half a pair is an error, not half a setting", () => {
  expect(() => parseEnv({ BOOTSTRAP_ADMIN_EMAIL: "a@example.com" })).toThrow(/BOOTSTRAP_ADMIN_EMAIL and _PASSWORD/);
  expect(() => parseEnv({ BUTLR_WEBHOOK_USER: "butlr" })).toThrow(/BUTLR_WEBHOOK_USER and _PASSWORD/);
});
