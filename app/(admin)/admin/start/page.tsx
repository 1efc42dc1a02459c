import { headers } from "next/headers";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { StartScreen } from "@/components/start/StartScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";
import { startState } from "@/lib/runtime/start-state";
import { vendorsView } from "@/lib/runtime/vendors-view";
import { listVendors } from "@/lib/services/vendors/read-vendors";

export const generateMetadata = titled(text("Getting started"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "site:create")) return <AdminsOnly />;
  const [start, vendors] = await Promise.all([startState(), listVendors(vendorsView(await headers()))]);
  const { name, email, role } = user;
  return <StartScreen initial={start} vendors={vendors} user={{ name, email, role }} />;
}
