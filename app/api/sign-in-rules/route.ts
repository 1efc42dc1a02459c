import { SignInRules } from "@/lib/core/second-factor-rule";
import { database } from "@/lib/db/client";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { readSignInRules, setSignInRules } from "@/lib/services/people/sign-in-rules";

export const GET = handle("user:read", ANYWHERE, async () => json(await readSignInRules(database())));

/** Of whom a second factor is asked. */
export const PUT = handle("user:write", ANYWHERE, async ({ request, actor }) =>
  json(await setSignInRules(parseOrThrow(SignInRules, await jsonBody(request)), actor, database())),
);
