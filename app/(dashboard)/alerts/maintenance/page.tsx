import type { Metadata } from "next";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { MaintenanceScreen } from "@/components/maintenance/MaintenanceScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";

export const metadata: Metadata = { title: "Maintenance" };

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "alert:read")) return <AdminsOnly />;
  const { name, email, role } = user;
  return <MaintenanceScreen now={new Date().toISOString()} user={{ name, email, role }} />;
}
