import type { Metadata } from "next";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { PeopleScreen } from "@/components/people/PeopleScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { database } from "@/lib/db/client";
import { readInvites } from "@/lib/db/invite-repository";
import { listPeople } from "@/lib/services/people/list-people";

export const metadata: Metadata = { title: "People" };

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "user:read")) return <AdminsOnly />;
  const [initial, invites] = await Promise.all([listPeople(user, database()), readInvites(database())]);
  const { userId, name, email, role } = user;
  return <PeopleScreen initial={initial} invites={{ items: invites }} me={userId} user={{ name, email, role }} />;
}
