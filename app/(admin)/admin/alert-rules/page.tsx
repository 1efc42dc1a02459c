import { AlertRulesScreen } from "@/components/alert-rules/AlertRulesScreen";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Alert rules"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "rule:write")) return <AdminsOnly />;
  const { name, email, role } = user;
  return <AlertRulesScreen user={{ name, email, role }} />;
}
