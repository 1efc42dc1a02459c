import { addToken } from "@/lib/testing/people-fixture";
import type { Rows } from "./row";

/** API tokens: everybody's own. */
export const TOKEN_ROWS: Rows = {
  "GET /api/tokens": { needs: "token:write" },
  "POST /api/tokens": {
    needs: "token:write",
    body: () => ({ name: "for the matrix", scopes: ["floor:read"], days: 1 }),
  },
  "DELETE /api/tokens/[tokenId]": {
    needs: "token:write",
    given: async (_, world, asker) => {
      const owner = asker.userId ?? world.people.admin?.id ?? "";
      return { tokenId: String((await addToken(world.db.read, owner, ["floor:read"])).id) };
    },
  },
};
