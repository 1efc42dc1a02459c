import { z } from "zod";

/** `GET /api/alerts/counts`: what the views of the inbox would show. */
export const AlertCountsQuery = z.object({
  /** Since when alerts are new to who asks; without it none is. */
  newSince: z.iso.datetime({ offset: true }).optional(),
  /** When today began for who asks. */
  today: z.iso.datetime({ offset: true }),
});
export type AlertCountsQuery = z.infer<typeof AlertCountsQuery>;

/** Incidents are counted once; what a maintenance window keeps quiet only as suppressed. */
export const AlertCounts = z.object({
  /** Open or acknowledged. */
  needs: z.number(),
  open: z.number(),
  mine: z.number(),
  new: z.number(),
  snoozed: z.number(),
  resolved: z.number(),
  suppressed: z.number(),
  /** The window that keeps most of those quiet, and until when; null when none does. */
  window: z.object({ name: z.string(), until: z.iso.datetime().nullable(), count: z.number() }).nullable(),
  /** Devices that stand somewhere. */
  devices: z.object({
    /** Without an alert of their own. */
    healthy: z.number(),
    /** Where maintenance is. */
    inMaintenance: z.number(),
  }),
});
export type AlertCounts = z.infer<typeof AlertCounts>;
