import type { Metadata } from "next";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { InboxScreen } from "@/components/inbox/InboxScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";

export const metadata: Metadata = { title: "Webhook inbox" };

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "delivery:read")) return <AdminsOnly />;
  const { name, email, role } = user;
  return <InboxScreen now={new Date().toISOString()} user={{ name, email, role }} />;
}
