import { AccountChange } from "@/lib/core/person";
import { database } from "@/lib/db/client";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { readAccount, renameOneself } from "@/lib/services/account/own-account";

/** One's own account. */
export const GET = handle("account:write", ANYWHERE, async ({ actor }) => json(await readAccount(actor, database())));

export const PATCH = handle("account:write", ANYWHERE, async ({ request, actor }) => {
  const { name } = parseOrThrow(AccountChange, await jsonBody(request));
  return json(await renameOneself(name, actor, database()));
});
