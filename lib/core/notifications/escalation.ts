import { z } from "zod";
import { Role } from "../access";
import { AlertSeverity } from "../alert";

/** A UUID, as channels have. */
const ChannelId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "must be an id");

/** Whom a step tells: who asked for it in their account, a person, everybody of a role, or a channel. */
export const Recipient = z.discriminatedUnion("to", [
  z.strictObject({ to: z.literal("followers") }),
  z.strictObject({ to: z.literal("person"), userId: z.string().min(1).max(200) }),
  z.strictObject({ to: z.literal("role"), role: Role }),
  z.strictObject({ to: z.literal("channel"), channelId: ChannelId }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** One step: it is taken when nobody has acknowledged the alert until then. */
export const EscalationStep = z.strictObject({
  /** Minutes after the alert; 0 at once. */
  afterMinutes: z.number().int().min(0).max(10_080),
  /** `working-hours`: outside them the step waits for them. */
  when: z.enum(["always", "working-hours"]),
  /** Alerts that are less grave pass this step by. */
  minSeverity: AlertSeverity,
  to: z.array(Recipient).min(1).max(50),
});
export type EscalationStep = z.infer<typeof EscalationStep>;

export const EscalationSteps = z.array(EscalationStep).max(10);

/** What counts until somebody says otherwise: who asked for it is told at once. */
export const USUAL_STEPS: readonly EscalationStep[] = [
  { afterMinutes: 0, when: "always", minSeverity: "notice", to: [{ to: "followers" }] },
];

/** `PUT /api/escalation` and `PUT /api/sites/{id}/escalation`; version 0: there was none. */
export const EscalationChange = z.strictObject({ version: z.number().int().min(0), steps: EscalationSteps });
export type EscalationChange = z.infer<typeof EscalationChange>;

const Named = z.object({ id: z.string(), name: z.string() });

/** Whom the alerts of a site tell; `site` null: of every site without steps of its own, and of no site. */
export const EscalationPolicy = z.object({
  site: Named.nullable(),
  steps: EscalationSteps,
  /** 0 while the usual steps count. */
  version: z.number(),
  changedAt: z.iso.datetime().nullable(),
  changedBy: z.string().nullable(),
});
export type EscalationPolicy = z.infer<typeof EscalationPolicy>;

/** `GET /api/escalation`: the general steps first, then the sites that have their own. */
export const EscalationList = z.object({
  items: z.array(EscalationPolicy),
  sites: z.array(Named),
  people: z.array(Named),
  channels: z.array(Named.extend({ kind: z.string(), isEnabled: z.boolean() })),
});
export type EscalationList = z.infer<typeof EscalationList>;
