import "server-only";
import { type Logger, pino } from "pino";
import { env } from "@/lib/config/env";
import { singleton } from "./singleton";

/** JSON lines on stdout. Pino escapes line breaks, so no vendor text can forge a line. */
export const logger = (): Logger =>
  singleton("logger", () =>
    pino({
      level: env().logLevel,
      base: null,
      redact: ["*.password", "*.secret", "*.key", "*.cookie", "*.authorization", "headers"],
    }),
  );
