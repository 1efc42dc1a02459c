import "server-only";
import { readFileSync } from "node:fs";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { kioskToken } from "@/lib/auth/kiosk-token";
import { env } from "@/lib/config/env";
import { AppError } from "@/lib/core/errors";
import type { KioskBoard } from "@/lib/core/kiosk";
import { singleton } from "@/lib/runtime/singleton";
import { boardOf, newScreen } from "@/lib/services/kiosks/pair-screen";
import { requestAddress } from "./client-address";
import { json, orProblem } from "./handle";
import { assertSameOrigin } from "./same-origin";

const NEW_SCREENS_PER_MINUTE = 10;
const ASKS_PER_MINUTE = 240;
const YEARS_S = 10 * 365 * 86_400;

/** The door of screens on a wall: it knows them by their cookie alone and tells them what to show. */
export const kioskDoor = {
  read: (request: Request) =>
    orProblem(async () => {
      await take(request, "kiosk asks", ASKS_PER_MINUTE);
      return json({ ...(await boardOf(kioskToken(request.headers))), version: buildId() } satisfies KioskBoard);
    }),
  pair: (request: Request) =>
    orProblem(async () => {
      assertSameOrigin(request, env().publicUrl);
      await take(request, "new kiosks", NEW_SCREENS_PER_MINUTE);
      const { token, board } = await newScreen();
      const secure = env().publicUrl?.startsWith("https:") ? "; Secure" : "";
      const cookie = `kiosk=${token}; Path=/; Max-Age=${YEARS_S}; HttpOnly; SameSite=Lax${secure}`;
      return json({ ...board, version: buildId() } satisfies KioskBoard, { "set-cookie": cookie });
    }),
};

async function take(request: Request, what: string, points: number): Promise<void> {
  const limiter = singleton(what, () => new RateLimiterMemory({ points, duration: 60 }));
  const address = requestAddress(request.headers, env().trustedProxies) ?? "unknown";
  await limiter.consume(address).catch(() => {
    throw new AppError("too-many", "Too many screens ask from this address. Try again in a minute.", {
      retryAfterS: 60,
    });
  });
}

/** Changes with each build, the same on every instance of it: screens load the page again then. */
const buildId = (): string =>
  singleton("buildId", () => {
    try {
      return readFileSync(".next/BUILD_ID", "utf8").trim();
    } catch {
      return "development";
    }
  });
