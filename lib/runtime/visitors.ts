import "server-only";
import type { Database } from "@/lib/db/database";
import { readLastVisit, readSitesOfLocations, readVisitWords } from "@/lib/db/visitor-repository";
import { createVisitorFeed, type VisitorFeed } from "@/lib/realtime/visitor-feed";
import { logger } from "./logger";

/** The visitor feed over a database. */
export const createDatabaseVisitorFeed = (db: Database, emit: (siteId: number) => void): VisitorFeed =>
  createVisitorFeed({
    readLast: () => readLastVisit(db),
    readWords: (after) => readVisitWords(after, db),
    readSites: () => readSitesOfLocations(db),
    emit,
    onError: (error) => logger().warn({ err: error }, "the visitor feed could not read; trying again"),
  });
