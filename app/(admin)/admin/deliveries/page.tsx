import type { Metadata } from "next";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { InboxScreen } from "@/components/inbox/InboxScreen";
import { may } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";

export const metadata: Metadata = { title: "Webhook inbox" };

export default async function Page() {
  const { name, email, role, ...actor } = await requireUser();
  if (!may({ name, email, role, ...actor }, "delivery:read")) return <AdminsOnly />;
  return <InboxScreen now={new Date().toISOString()} user={{ name, email, role }} />;
}
