import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { HistoryScreen } from "@/components/history/HistoryScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { readHistoryChoices } from "@/lib/db/history-choices-repository";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("History"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "space:read")) return <AdminsOnly />;
  const choices = await readHistoryChoices(user.sites);
  const { name, email, role } = user;
  return <HistoryScreen choices={choices} now={new Date().toISOString()} user={{ name, email, role }} />;
}
