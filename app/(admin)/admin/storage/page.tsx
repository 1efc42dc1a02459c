import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { StorageScreen } from "@/components/storage/StorageScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";
import { readStorage } from "@/lib/services/storage/read-storage";

export const generateMetadata = titled(text("Storage"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "settings:read")) return <AdminsOnly />;
  const initial = await readStorage();
  const frameUser = { name: user.name, email: user.email, role: user.role };
  return <StorageScreen initial={initial} now={new Date().toISOString()} user={frameUser} />;
}
