import { NewToken, TokenDraft, TokenPage, TokenQuery } from "@/lib/core/api-token";
import type { OperationGroup } from "./operation";

export const tokenOperations: OperationGroup = {
  name: "Tokens",
  about: "Keys for other programs. They are made and revoked by people, never by tokens.",
  operations: [
    {
      call: "get /api/tokens",
      summary: "One's own tokens, an admin's everybody's; never the tokens themselves",
      needs: "token:write",
      query: TokenQuery,
      answer: TokenPage,
    },
    {
      call: "post /api/tokens",
      summary: "Makes a token. The answer is the only time it is told",
      needs: "token:write",
      body: TokenDraft,
      answer: NewToken,
    },
    {
      call: "delete /api/tokens/{tokenId}",
      summary: "Revokes a token at once and for good",
      needs: "token:write",
      answer: null,
    },
  ],
};
