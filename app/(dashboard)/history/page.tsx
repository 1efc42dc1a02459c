import type { Metadata } from "next";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { HistoryScreen } from "@/components/history/HistoryScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { readHistoryChoices } from "@/lib/db/history-choices-repository";

export const metadata: Metadata = { title: "History" };

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "space:read")) return <AdminsOnly />;
  const choices = await readHistoryChoices(user.sites);
  const { name, email, role } = user;
  return <HistoryScreen choices={choices} now={new Date().toISOString()} user={{ name, email, role }} />;
}
