import { z } from "zod";
import type { Role } from "./access";

/** Of whom the installation asks a second factor. */
export const SECOND_FACTOR_RULES = ["nobody", "admins", "everybody"] as const;
export const SecondFactorRule = z.enum(SECOND_FACTOR_RULES);
export type SecondFactorRule = z.infer<typeof SecondFactorRule>;

/** `GET` and `PUT /api/sign-in-rules` */
export const SignInRules = z.strictObject({ secondFactor: SecondFactorRule });
export type SignInRules = z.infer<typeof SignInRules>;

/** Is a second factor asked of this role? The identity provider's people are the provider's matter. */
export function isAsked(rule: SecondFactorRule, role: Role): boolean {
  if (rule === "admins") return role === "admin" || role === "site_admin";
  return rule === "everybody";
}
