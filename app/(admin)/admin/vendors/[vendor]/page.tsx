import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { VendorScreen } from "@/components/vendors/VendorScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { Vendor } from "@/lib/core/vendor";
import { vendorsView } from "@/lib/runtime/vendors-view";
import { readVendor } from "@/lib/services/vendors/read-vendors";

export const metadata: Metadata = { title: "Connect a vendor" };

export default async function Page({ params }: { params: Promise<{ vendor: string }> }) {
  const user = await requireUser();
  if (!isAllowed(user, "vendor:configure")) return <AdminsOnly />;
  const vendor = Vendor.safeParse((await params).vendor);
  if (!vendor.success) notFound();
  const initial = await readVendor(vendor.data, vendorsView(await headers()));
  return <VendorScreen initial={initial} user={{ name: user.name, email: user.email, role: user.role }} />;
}
