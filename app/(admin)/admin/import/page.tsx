import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { ImportScreen } from "@/components/imports/ImportScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Import and export"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "space:write")) return <AdminsOnly />;
  const { name, email, role } = user;
  return <ImportScreen user={{ name, email, role }} />;
}
