import "server-only";
import type { PoolClient } from "pg";
import type { DrawingInfo } from "@/lib/core/floor-plan";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./floor-repository";

interface InfoRow {
  id: number;
  name: string;
  width: number;
  height: number;
  created_at: Date;
}

const info = (row: InfoRow): DrawingInfo => ({
  id: String(row.id),
  name: shown(row.name),
  width: row.width,
  height: row.height,
  createdAt: row.created_at.toISOString(),
});

/** What an upload became. */
export interface NewDrawing {
  readonly name: string;
  readonly shownType: string;
  readonly shown: Uint8Array;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  readonly originalType: string;
  readonly original: Uint8Array;
  readonly createdBy: string;
}

/** Every drawing of a floor, newest first. */
export async function listDrawings(floorId: number, db: Database = database()): Promise<DrawingInfo[]> {
  const { rows } = await db.read.query<InfoRow>(
    "SELECT id, name, width, height, created_at FROM drawing WHERE floor_id = $1 ORDER BY id DESC",
    [floorId],
  );
  return rows.map(info);
}

export async function insertDrawing(client: PoolClient, floorId: number, drawing: NewDrawing): Promise<DrawingInfo> {
  const { rows } = await client.query<InfoRow>(
    `INSERT INTO drawing (floor_id, name, shown_type, shown, width, height, original_type, original, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id, name, width, height, created_at`,
    [
      floorId,
      drawing.name,
      drawing.shownType,
      drawing.shown,
      drawing.width,
      drawing.height,
      drawing.originalType,
      drawing.original,
      drawing.createdBy,
    ],
  );
  const row = rows[0];
  if (!row) throw new Error("An INSERT … RETURNING answered no row");
  return info(row);
}

/** Bytes of a drawing with what they are. */
export interface DrawingBytes {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

/** What browsers are shown of a drawing of this floor, or what was uploaded; null when there is no such drawing. */
export async function readDrawing(
  floorId: string,
  drawingId: string,
  which: "shown" | "original",
  db: Database = database(),
): Promise<DrawingBytes | null> {
  const { rows } = await db.read.query<{ type: string; bytes: Buffer<ArrayBuffer>; name: string }>(
    `SELECT ${which}_type AS type, ${which} AS bytes, name FROM drawing WHERE id = $1 AND floor_id = $2`,
    [parseId(drawingId), parseId(floorId)],
  );
  return rows[0] ?? null;
}

/** Is it a drawing of this floor? */
export async function isDrawingOf(client: PoolClient, floorId: number, drawingId: string): Promise<boolean> {
  const found = await client.query("SELECT 1 FROM drawing WHERE id = $1 AND floor_id = $2", [
    parseId(drawingId),
    floorId,
  ]);
  return found.rowCount === 1;
}

/** Gives a floor its own copy of a drawing of another one. Answers its id; null when there is no such drawing. */
export async function copyDrawing(
  client: PoolClient,
  drawingId: string,
  from: number,
  to: number,
): Promise<string | null> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO drawing (floor_id, name, shown_type, shown, width, height, original_type, original, created_by)
     SELECT $3, name, shown_type, shown, width, height, original_type, original, created_by
     FROM drawing WHERE id = $1 AND floor_id = $2 RETURNING id`,
    [parseId(drawingId), from, to],
  );
  return rows[0] ? String(rows[0].id) : null;
}

/** Of the drawings of a floor that neither its draft nor its published plan shows, keeps the newest. */
export async function dropUnusedDrawings(client: PoolClient, floorId: number, kept: number): Promise<void> {
  await client.query(
    `DELETE FROM drawing WHERE id IN (
       SELECT d.id FROM drawing d JOIN floor_plan p ON p.floor_id = d.floor_id
       WHERE d.floor_id = $1 AND d.id::text IS DISTINCT FROM p.draft->'drawing'->>'id'
         AND d.id::text IS DISTINCT FROM p.published->'drawing'->>'id'
       ORDER BY d.id DESC OFFSET $2)`,
    [floorId, kept],
  );
}
