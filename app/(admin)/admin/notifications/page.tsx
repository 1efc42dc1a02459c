import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { NotificationsScreen } from "@/components/notifications/NotificationsScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Notifications"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "rule:write")) return <AdminsOnly />;
  return <NotificationsScreen user={{ name: user.name, email: user.email, role: user.role }} />;
}
