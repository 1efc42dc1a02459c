import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { SpacesScreen } from "@/components/spaces/SpacesScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { readWholeTree } from "@/lib/db/space-tree-repository";
import { listSpaceTypes } from "@/lib/db/space-type-repository";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Spaces"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "space:write")) return <AdminsOnly />;
  const [spaces, types] = await Promise.all([readWholeTree(user.sites), listSpaceTypes(user.sites)]);
  return (
    <SpacesScreen
      spaces={spaces}
      types={types}
      user={{ name: user.name, email: user.email, role: user.role }}
      mayAddSites={isAllowed(user, "site:create") && user.sites === null}
    />
  );
}
