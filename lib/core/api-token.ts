import { z } from "zod";
import { TOKEN_SCOPES } from "./access";

export const TokenScope = z.enum(TOKEN_SCOPES);
export type TokenScope = z.infer<typeof TokenScope>;

/** `POST /api/tokens` */
export const TokenDraft = z.strictObject({
  /** What it is for, in the words of whoever made it. */
  name: z.string().trim().min(1).max(100),
  scopes: z.array(TokenScope).min(1, "choose at least one"),
  /** How long it is good, days. */
  days: z.number().int().min(1).max(730),
});
export type TokenDraft = z.infer<typeof TokenDraft>;

/** A key for another program. What it does is limited to its scopes, and to what its owner may do now. */
export const ApiToken = z.object({
  id: z.string(),
  name: z.string(),
  /** Its first characters, to tell it from others. */
  prefix: z.string(),
  scopes: z.array(z.string()),
  owner: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** To the minute; null for never. */
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

/** `GET /api/tokens`: `cursor` is the last answer's `next`. */
export const TokenQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type TokenQuery = z.infer<typeof TokenQuery>;

export const TokenPage = z.object({ items: z.array(ApiToken), next: z.string().nullable() });
export type TokenPage = z.infer<typeof TokenPage>;

/** The answer to making one: the only time the token itself is told. */
export const NewToken = z.object({ token: z.string(), info: ApiToken });
export type NewToken = z.infer<typeof NewToken>;
