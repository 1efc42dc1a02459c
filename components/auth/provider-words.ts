import { text } from "@/lib/core/text";

/** Why a sign-in at the identity provider came to nothing, in words for the one who tried. */
const REASONS: Readonly<Record<string, string>> = {
  no_access: text("You are known there, but none of your groups may use Occupancy. Ask whoever looks after it."),
  account_not_linked: text(
    "There is an account with your address already, which signs in another way. Use that, or ask an admin.",
  ),
  ACCOUNT_DISABLED: text("Your account is disabled. Ask an admin."),
  last_admin: text(
    "You are the last admin here, and your groups would take that away. Make somebody else an admin first.",
  ),
  access_denied: text("The sign-in was cancelled there."),
  state_mismatch: text("This took too long, or was started in another window. Try again."),
  email_not_found: text("Your account there has no email address, which is needed here. Ask whoever looks after it."),
  unable_to_get_user_info: text(
    "What came back about you could not be read. Ask whoever looks after the sign-in there.",
  ),
};

/** The sentence for an `error` in the address of the sign-in page; null when there is none. */
export function providerProblem(error: unknown): string | null {
  if (typeof error !== "string" || error === "") return null;
  return Object.hasOwn(REASONS, error) ? (REASONS[error] ?? null) : text("The sign-in did not work. Try again.");
}
