import "server-only";
import { singleton } from "@/lib/runtime/singleton";
import type { Database } from "./database";
import type { PrismaClient } from "./generated/client";

/** The database of this process; boot opens it before the first request is served. */
export function database(): Database {
  return singleton<Database>("database", () => {
    throw new Error("The database is used before boot has opened it");
  });
}

export const prisma = (): PrismaClient => database().prisma;
