import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { PlansScreen } from "@/components/plans/PlansScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";
import { listPlans } from "@/lib/services/plans/list-plans";

export const generateMetadata = titled(text("Floor plans"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "plan:write")) return <AdminsOnly />;
  const initial = await listPlans(user.sites);
  return <PlansScreen initial={initial} user={{ name: user.name, email: user.email, role: user.role }} />;
}
