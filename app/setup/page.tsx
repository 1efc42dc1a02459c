import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/AuthCard";
import { SetupForm } from "@/components/auth/SetupForm";
import { hasUsers } from "@/lib/auth/create-first-admin";
import { text } from "@/lib/core/text";
import { prisma } from "@/lib/db/client";
import { titled } from "@/lib/http/page-title";
import { readerText } from "@/lib/http/reader";

export const generateMetadata = titled(text("Set up"));

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const t = await readerText();
  const { code } = await searchParams;
  if (await hasUsers(prisma())) redirect("/login");
  return (
    <AuthCard title={t("Create the first admin")} lead={t("This server is new. The first account can do everything.")}>
      <SetupForm code={typeof code === "string" ? code : ""} />
    </AuthCard>
  );
}
