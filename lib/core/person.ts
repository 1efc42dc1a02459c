import { z } from "zod";
import { Role } from "./access";
import { text } from "./text";

const Id = z.string().regex(/^[1-9]\d{0,8}$/, "is not an id");

/** A site by name, to choose from and to show. */
export const SiteName = z.object({ id: z.string(), name: z.string() });
export type SiteName = z.infer<typeof SiteName>;

/** What somebody may do, and where. */
export const Access = z
  .strictObject({
    role: Role,
    /** Ids of the sites that exist for them; null for every site. */
    sites: z.array(Id).max(500).nullable(),
  })
  .superRefine((access, context) => {
    const message = accessProblem(access);
    if (message) context.addIssue({ code: "custom", path: ["sites"], message });
  });
export type Access = z.infer<typeof Access>;

/** Why a role and sites do not go together, as a sentence; null when they do. */
export function accessProblem({ role, sites }: { role: Role; sites: readonly string[] | null }): string | null {
  if (role === "admin") return sites === null ? null : "An admin sees every site.";
  if (sites === null) return role === "site_admin" ? "Choose the sites of a site admin." : null;
  return sites.length > 0 ? null : "Choose at least one site.";
}

/** How somebody proves who they are: here, or at the identity provider. */
const SignsInWith = z.enum(["password", "provider"]);

export const PersonSummary = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  sites: z.array(z.string()).nullable(),
  signsInWith: SignsInWith,
  hasSecondFactor: z.boolean(),
  /** Open sessions. */
  sessions: z.number(),
  createdAt: z.string(),
  lastSignInAt: z.string().nullable(),
  disabledAt: z.string().nullable(),
});
export type PersonSummary = z.infer<typeof PersonSummary>;

/** `GET /api/people`: everybody, by name. */
export const PeopleList = z.object({
  items: z.array(PersonSummary),
  /** Every site there is to choose from. */
  sites: z.array(SiteName),
  now: z.string(),
});
export type PeopleList = z.infer<typeof PeopleList>;

/** `PATCH /api/people/{id}`: only what is named changes. */
export const PersonChange = z
  .strictObject({ access: Access.optional(), disabled: z.boolean().optional() })
  .refine(({ access, disabled }) => access !== undefined || disabled !== undefined, { message: "Name what changes." });
export type PersonChange = z.infer<typeof PersonChange>;

/** One signed-in browser. */
export const SessionSummary = z.object({
  id: z.string(),
  /** In plain words: "Firefox on Windows". */
  device: z.string(),
  address: z.string().nullable(),
  since: z.string(),
  /** Who asks is in this one. */
  isCurrent: z.boolean(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;
export const SessionList = z.object({ items: z.array(SessionSummary) });
export type SessionList = z.infer<typeof SessionList>;

/** `DELETE /api/account/sessions` and one of them: the provider's people send none, and have to be freshly signed in. */
export const Confirmation = z.strictObject({ password: z.string().max(1000).optional() });

export const PersonName = z.string().trim().min(1, text("Enter a name.")).max(100, text("Use at most 100 characters."));

/** `GET /api/account` */
export const Account = z.object({
  name: z.string(),
  email: z.string(),
  signsInWith: SignsInWith,
  hasSecondFactor: z.boolean(),
});
export type Account = z.infer<typeof Account>;

/** `PATCH /api/account` */
export const AccountChange = z.strictObject({ name: PersonName });
