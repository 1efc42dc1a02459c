import type { Metadata } from "next";
import { headers } from "next/headers";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { StartScreen } from "@/components/start/StartScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { readStart } from "@/lib/db/start-repository";
import { simulatorState } from "@/lib/runtime/simulator-process";
import { vendorsView } from "@/lib/runtime/vendors-view";
import { listVendors } from "@/lib/services/vendors/read-vendors";

export const metadata: Metadata = { title: "Getting started" };

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "site:create")) return <AdminsOnly />;
  const [start, vendors] = await Promise.all([readStart(), listVendors(vendorsView(await headers()))]);
  const { name, email, role } = user;
  return (
    <StartScreen initial={{ ...start, simulator: simulatorState() }} vendors={vendors} user={{ name, email, role }} />
  );
}
