import { existsSync } from "node:fs";

/** The server tests run what operators run: the production build. */
export function setup() {
  if (!existsSync(".next/BUILD_ID")) throw new Error("Run `npm run build` first: these tests start the built server.");
}
