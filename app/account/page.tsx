import { AccountScreen } from "@/components/account/AccountScreen";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { database } from "@/lib/db/client";
import { titled } from "@/lib/http/page-title";
import { readAccount } from "@/lib/services/account/own-account";
import { listSessions } from "@/lib/services/people/end-sessions";

export const generateMetadata = titled(text("Your account"));

export default async function Page() {
  const user = await requireUser();
  const db = database();
  const [initial, sessions] = await Promise.all([readAccount(user, db), listSessions(user.userId, user, db)]);
  const { name, email, role } = user;
  return (
    <AccountScreen initial={initial} sessions={sessions} now={new Date().toISOString()} user={{ name, email, role }} />
  );
}
