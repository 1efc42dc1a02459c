import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { ThresholdsScreen } from "@/components/thresholds/ThresholdsScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { readWholeTree } from "@/lib/db/space-tree-repository";
import { listThresholds } from "@/lib/db/threshold-repository";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Air limits"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "space:write")) return <AdminsOnly />;
  const [spaces, thresholds] = await Promise.all([readWholeTree(user.sites), listThresholds(user.sites)]);
  return (
    <ThresholdsScreen
      spaces={spaces}
      initial={thresholds}
      user={{ name: user.name, email: user.email, role: user.role }}
    />
  );
}
