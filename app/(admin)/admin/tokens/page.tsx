import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { TokensScreen } from "@/components/tokens/TokensScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { TokenQuery } from "@/lib/core/api-token";
import { text } from "@/lib/core/text";
import { listApiTokens } from "@/lib/db/api-token-repository";
import { titled } from "@/lib/http/page-title";
import { tokensOf } from "@/lib/services/tokens/revoke-token";

export const generateMetadata = titled(text("API tokens"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "token:write")) return <AdminsOnly />;
  const initial = await listApiTokens(TokenQuery.parse({}), tokensOf(user));
  const { name, email, role } = user;
  return <TokensScreen initial={initial} now={new Date().toISOString()} user={{ name, email, role }} />;
}
