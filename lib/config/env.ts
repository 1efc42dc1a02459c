import "server-only";
import { z } from "zod";
import { isRange } from "@/lib/outgoing/address-rules";
import { singleton } from "@/lib/runtime/singleton";
import { OIDC_VARIABLES, oidcSettings } from "./oidc";

const text = z.string().trim().min(1);
const list = text.transform((s) =>
  s
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);
const flag = z.enum(["true", "false", "1", "0"]).transform((s) => s === "true" || s === "1");

const Schema = z.object({
  NODE_ENV: z.string().default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: text.default("0.0.0.0"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: text.default(".data"),
  DATABASE_URL: text.optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  TRUSTED_PROXIES: list.default([]),
  BETTER_AUTH_SECRET: z.string().min(32).optional(),
  SECRET_KEY: z.string().min(32).optional(),
  SECRET_KEY_BEFORE: z.string().trim().min(32).optional(),
  OUTGOING_ALLOW: list
    .refine((ranges) => ranges.every(isRange), "must be addresses or ranges such as 10.0.0.0/8")
    .default([]),
  PERSONAL_DATA: z.enum(["encrypt", "drop"]).default("encrypt"),
  BOOTSTRAP_ADMIN_EMAIL: z.email().optional(),
  BOOTSTRAP_ADMIN_PASSWORD: z.string().min(8).optional(),
  ...OIDC_VARIABLES,
  BUTLR_WEBHOOK_KEY: list.default([]),
  BUTLR_WEBHOOK_HEADER: text.regex(/^[A-Za-z0-9-]+$/, "is not a header name").default("x-api-key"),
  BUTLR_WEBHOOK_USER: text.optional(),
  BUTLR_WEBHOOK_PASSWORD: text.optional(),
  BUTLR_SEND_ON_VALUE_CHANGE: flag.default(false),
  BUTLR_CREATES_SPACES: flag.default(true),
  DT_SIGNATURE_SECRET: list.default([]),
  ZOOM_WEBHOOK_SECRET_TOKEN: list.default([]),
  ZOOM_ACCOUNT_ID: text.optional(),
  ZOOM_TEMPERATURE_UNIT: z.enum(["C", "F"]).default("C"),
});

export type Env = ReturnType<typeof parseEnv>;

/** Two variables that only make sense together: both, or neither. */
function pair<A, B>(a: A | undefined, b: B | undefined, names: string): { a: A; b: B } | null {
  if (a === undefined && b === undefined) return null;
  if (a === undefined || b === undefined) throw new Error(`Set both of ${names}, or neither.`);
  return { a, b };
}

/** Reads the environment once, grouped by concern. Throws one error that names every bad variable. */
export function parseEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`These settings are not right:\n  ${faults.join("\n  ")}`);
  }
  const e = parsed.data;
  const admin = pair(e.BOOTSTRAP_ADMIN_EMAIL, e.BOOTSTRAP_ADMIN_PASSWORD, "BOOTSTRAP_ADMIN_EMAIL and _PASSWORD");
  const basic = pair(e.BUTLR_WEBHOOK_USER, e.BUTLR_WEBHOOK_PASSWORD, "BUTLR_WEBHOOK_USER and _PASSWORD");
  return {
    production: e.NODE_ENV === "production",
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL ?? null,
    dataDir: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL ?? null,
    logLevel: e.LOG_LEVEL,
    trustedProxies: e.TRUSTED_PROXIES,
    authSecret: e.BETTER_AUTH_SECRET ?? null,
    secretKey: e.SECRET_KEY ?? null,
    previousSecretKey: e.SECRET_KEY_BEFORE ?? null,
    personalData: e.PERSONAL_DATA,
    outgoingAllow: e.OUTGOING_ALLOW,
    oidc: oidcSettings(e),
    bootstrapAdmin: admin && { email: admin.a, password: admin.b },
    butlr: {
      keys: e.BUTLR_WEBHOOK_KEY,
      header: e.BUTLR_WEBHOOK_HEADER.toLowerCase(),
      basicAuth: basic && { username: basic.a, password: basic.b },
      sendOnValueChange: e.BUTLR_SEND_ON_VALUE_CHANGE,
      createsSpaces: e.BUTLR_CREATES_SPACES,
    },
    disruptive: { secrets: e.DT_SIGNATURE_SECRET },
    zoom: {
      secrets: e.ZOOM_WEBHOOK_SECRET_TOKEN,
      accountId: e.ZOOM_ACCOUNT_ID ?? null,
      temperatureUnit: e.ZOOM_TEMPERATURE_UNIT,
    },
  };
}

/** The settings of this process. */
export const env = (): Env => singleton("env", () => parseEnv(process.env));
