import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { PeopleScreen } from "@/components/people/PeopleScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { database } from "@/lib/db/client";
import { readInvites } from "@/lib/db/invite-repository";
import { titled } from "@/lib/http/page-title";
import { listPeople } from "@/lib/services/people/list-people";
import { readSignInRules } from "@/lib/services/people/sign-in-rules";

export const generateMetadata = titled(text("People"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "user:read")) return <AdminsOnly />;
  const db = database();
  const [initial, invites, rules] = await Promise.all([listPeople(user, db), readInvites(db), readSignInRules(db)]);
  const { userId, name, email, role } = user;
  return (
    <PeopleScreen
      initial={initial}
      invites={{ items: invites }}
      rules={rules}
      me={userId}
      user={{ name, email, role }}
    />
  );
}
