import type { Metadata } from "next";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { NotificationsScreen } from "@/components/notifications/NotificationsScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";

export const metadata: Metadata = { title: "Notifications" };

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "rule:write")) return <AdminsOnly />;
  return <NotificationsScreen user={{ name: user.name, email: user.email, role: user.role }} />;
}
