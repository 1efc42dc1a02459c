import { TokenDraft, TokenQuery } from "@/lib/core/api-token";
import { listApiTokens } from "@/lib/db/api-token-repository";
import { handle, json, jsonBody, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { createToken } from "@/lib/services/tokens/create-token";
import { tokensOf } from "@/lib/services/tokens/revoke-token";

/** One's own tokens, an admin's everybody's, the newest first; never the tokens themselves. */
export const GET = handle("token:write", ANYWHERE, async ({ request, actor }) =>
  json(await listApiTokens(parseOrThrow(TokenQuery, query(request)), tokensOf(actor))),
);

/** Makes a token. The answer is the only time it is told. */
export const POST = handle("token:write", ANYWHERE, async ({ request, actor }) =>
  json(await createToken(parseOrThrow(TokenDraft, await jsonBody(request)), actor)),
);
