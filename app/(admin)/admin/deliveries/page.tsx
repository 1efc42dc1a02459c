import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { InboxScreen } from "@/components/inbox/InboxScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Webhook inbox"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "delivery:read")) return <AdminsOnly />;
  const { name, email, role } = user;
  return <InboxScreen now={new Date().toISOString()} user={{ name, email, role }} />;
}
