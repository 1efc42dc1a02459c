import { z } from "zod";
import { SpaceId } from "./space";

const line = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}]*$/u, "must be one line of text");

/** Where a screen hangs: a point of a floor's plan, in parts of its frame. */
export const KioskPlace = z.strictObject({
  floorId: SpaceId,
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
});
export type KioskPlace = z.infer<typeof KioskPlace>;

const fields = {
  /** As admins call it: "Lobby, left of the lifts". */
  name: line,
  /** Shown in turn; all of one site. */
  floorIds: z.array(SpaceId).min(1).max(50),
  /** How long each floor stands, s. */
  turnS: z.number().int().min(5).max(3_600).default(20),
  /** Marked "You are here"; null for no mark. */
  here: KioskPlace.nullable().default(null),
};

/** Letters and digits that cannot be mistaken for one another on a screen across the room. */
export const KIOSK_CODE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** `POST /api/kiosks`: pairs the screen that shows this code. */
export const KioskDraft = z.strictObject({
  code: z
    .string()
    .transform((code) => code.toUpperCase().replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^[A-Z2-9]{8}$/, "has eight letters and digits")),
  ...fields,
});
export type KioskDraft = z.infer<typeof KioskDraft>;

/** `PATCH /api/kiosks/{id}`: only what is named changes. */
export const KioskChange = z
  .strictObject({
    name: fields.name,
    floorIds: fields.floorIds,
    turnS: fields.turnS.unwrap(),
    here: fields.here.unwrap(),
  })
  .partial();
export type KioskChange = z.infer<typeof KioskChange>;

/** A paired screen, as admins see it. */
export const Kiosk = z.object({
  id: z.string(),
  name: z.string(),
  site: z.object({ id: z.string(), name: z.string() }),
  floors: z.array(z.object({ id: z.string(), name: z.string() })),
  turnS: z.number(),
  here: KioskPlace.nullable(),
  approvedAt: z.iso.datetime(),
  approvedBy: z.string(),
  /** To the minute; null: not since it was paired. */
  lastSeenAt: z.iso.datetime().nullable(),
});
export type Kiosk = z.infer<typeof Kiosk>;

export const KioskList = z.object({ items: z.array(Kiosk) });
export type KioskList = z.infer<typeof KioskList>;

/** `GET /api/kiosk`: what the screen that asks is to show. */
export const KioskBoard = z.discriminatedUnion("status", [
  /** It has no code yet, or its code is over: `POST /api/kiosk` gives it one. */
  z.object({ status: z.literal("new"), version: z.string() }),
  z.object({
    status: z.literal("waiting"),
    version: z.string(),
    code: z.string(),
    endsAt: z.iso.datetime(),
  }),
  /** Somebody took it back: it shows nothing but that. */
  z.object({ status: z.literal("revoked"), version: z.string() }),
  z.object({
    status: z.literal("ready"),
    version: z.string(),
    name: z.string(),
    floors: z.array(z.object({ id: z.string(), name: z.string() })),
    turnS: z.number(),
    here: KioskPlace.nullable(),
  }),
]);
export type KioskBoard = z.infer<typeof KioskBoard>;
