import type { Metadata } from "next";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { VisitorsScreen } from "@/components/visitors/VisitorsScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { readHistoryChoices } from "@/lib/db/history-choices-repository";

export const metadata: Metadata = { title: "Visitors" };

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "floor:read")) return <AdminsOnly />;
  const { places } = await readHistoryChoices(user.sites);
  const sites = places.filter(({ kind }) => kind === "site").map(({ id, name, timeZone }) => ({ id, name, timeZone }));
  const { name, email, role } = user;
  return <VisitorsScreen sites={sites} now={new Date().toISOString()} user={{ name, email, role }} />;
}
