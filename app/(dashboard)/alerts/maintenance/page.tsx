import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { MaintenanceScreen } from "@/components/maintenance/MaintenanceScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Maintenance"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "alert:read")) return <AdminsOnly />;
  const { name, email, role } = user;
  return <MaintenanceScreen now={new Date().toISOString()} user={{ name, email, role }} />;
}
