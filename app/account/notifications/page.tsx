import type { Metadata } from "next";
import { OwnNotificationsScreen } from "@/components/notifications/OwnNotificationsScreen";
import { requireUser } from "@/lib/auth/require-user";
import { readOwnNotifications } from "@/lib/services/notifications/own-notifications";

export const metadata: Metadata = { title: "Your notifications" };

export default async function Page() {
  const user = await requireUser();
  const { name, email, role } = user;
  return <OwnNotificationsScreen initial={await readOwnNotifications(user)} user={{ name, email, role }} />;
}
