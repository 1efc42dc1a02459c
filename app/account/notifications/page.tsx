import { OwnNotificationsScreen } from "@/components/notifications/OwnNotificationsScreen";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";
import { readOwnNotifications } from "@/lib/services/notifications/own-notifications";

export const generateMetadata = titled(text("Your notifications"));

export default async function Page() {
  const user = await requireUser();
  const { name, email, role } = user;
  return <OwnNotificationsScreen initial={await readOwnNotifications(user)} user={{ name, email, role }} />;
}
