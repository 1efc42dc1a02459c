import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { SourcesScreen } from "@/components/sources/SourcesScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { SourceQuery } from "@/lib/core/source";
import { text } from "@/lib/core/text";
import { listSources, summariseSources } from "@/lib/db/source-repository";
import { titled } from "@/lib/http/page-title";
import { sourceReach } from "@/lib/services/sources/source-reach";

export const generateMetadata = titled(text("Sources"));

const WAITING = SourceQuery.parse({ assigned: "false", ignored: "false", limit: 200 });

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "source:assign")) return <AdminsOnly />;
  const reach = sourceReach(user);
  const [initial, summary] = await Promise.all([listSources(WAITING, reach), summariseSources(reach)]);
  return (
    <SourcesScreen
      initial={initial}
      summary={summary}
      now={new Date().toISOString()}
      user={{ name: user.name, email: user.email, role: user.role }}
    />
  );
}
