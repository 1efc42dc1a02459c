import { AlertsScreen } from "@/components/alerts/AlertsScreen";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Alerts"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "alert:read")) return <AdminsOnly />;
  const { userId: id, name, email, role } = user;
  return <AlertsScreen now={new Date().toISOString()} user={{ id, name, email, role }} />;
}
