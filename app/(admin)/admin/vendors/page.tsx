import { headers } from "next/headers";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { VendorsScreen } from "@/components/vendors/VendorsScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";
import { vendorsView } from "@/lib/runtime/vendors-view";
import { listVendors } from "@/lib/services/vendors/read-vendors";

export const generateMetadata = titled(text("Vendors"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "vendor:configure")) return <AdminsOnly />;
  const initial = await listVendors(vendorsView(await headers()));
  return <VendorsScreen initial={initial} user={{ name: user.name, email: user.email, role: user.role }} />;
}
