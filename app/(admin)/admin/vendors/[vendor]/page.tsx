import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { VendorScreen } from "@/components/vendors/VendorScreen";
import { vendorName } from "@/components/vendors/vendor-name";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { Vendor } from "@/lib/core/vendor";
import { readerText } from "@/lib/http/reader";
import { vendorsView } from "@/lib/runtime/vendors-view";
import { readVendor } from "@/lib/services/vendors/read-vendors";

interface Props {
  readonly params: Promise<{ vendor: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { vendor }] = await Promise.all([readerText(), params]);
  const known = Vendor.safeParse(vendor);
  return { title: known.success ? `${vendorName(known.data)} · ${t("Vendors")}` : t("There is nothing here") };
}

export default async function Page({ params }: Props) {
  const user = await requireUser();
  if (!isAllowed(user, "vendor:configure")) return <AdminsOnly />;
  const vendor = Vendor.safeParse((await params).vendor);
  if (!vendor.success) notFound();
  const initial = await readVendor(vendor.data, vendorsView(await headers()));
  return <VendorScreen initial={initial} user={{ name: user.name, email: user.email, role: user.role }} />;
}
