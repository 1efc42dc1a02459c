import { AuditScreen } from "@/components/audit/AuditScreen";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { readAuditChoices } from "@/lib/db/audit-log-repository";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Audit log"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "audit:read")) return <AdminsOnly />;
  const choices = await readAuditChoices(user.sites);
  const { name, email, role } = user;
  return <AuditScreen choices={choices} now={new Date().toISOString()} user={{ name, email, role }} />;
}
