import { z } from "zod";
import { Role } from "./access";
import { Access, PersonName } from "./person";
import { text } from "./text";

/** How long a link can be good for, days. */
export const INVITE_DAYS = [1, 7, 30] as const;
export const DEFAULT_INVITE_DAYS = 7;

/** `POST /api/invites` */
export const InviteDraft = z.strictObject({
  email: z.email(text("Enter an email address.")).max(320),
  access: Access,
  days: z.literal(INVITE_DAYS).default(DEFAULT_INVITE_DAYS),
});
export type InviteDraft = z.input<typeof InviteDraft>;

export const InviteSummary = z.object({
  id: z.string(),
  email: z.string(),
  role: Role,
  sites: z.array(z.string()).nullable(),
  invitedBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type InviteSummary = z.infer<typeof InviteSummary>;

/** `GET /api/invites`: what was neither accepted nor taken back, newest first; some may be over. */
export const InviteList = z.object({ items: z.array(InviteSummary) });
export type InviteList = z.infer<typeof InviteList>;

/** The link, told once: only its SHA-256 is kept. */
export const InviteLink = z.object({ invite: InviteSummary, link: z.string() });
export type InviteLink = z.infer<typeof InviteLink>;

/** What somebody who was invited posts to /api/invite. */
export const InviteAnswer = z.strictObject({
  code: z.string().trim().min(1).max(200),
  name: PersonName,
  password: z.string().max(1000),
});
export type InviteAnswer = z.infer<typeof InviteAnswer>;

/** The same words for a code that is unknown, used, over or taken back. */
export const INVITE_NOT_GOOD = text("This invitation is not good any more. Ask the one who sent it for a new link.");
