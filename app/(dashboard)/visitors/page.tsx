import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { VisitorsScreen } from "@/components/visitors/VisitorsScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { readHistoryChoices } from "@/lib/db/history-choices-repository";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Visitors"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "floor:read")) return <AdminsOnly />;
  const { places } = await readHistoryChoices(user.sites);
  const sites = places.filter(({ kind }) => kind === "site").map(({ id, name, timeZone }) => ({ id, name, timeZone }));
  const { name, email, role } = user;
  return <VisitorsScreen sites={sites} now={new Date().toISOString()} user={{ name, email, role }} />;
}
