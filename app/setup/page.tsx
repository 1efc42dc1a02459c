import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/AuthCard";
import { SetupForm } from "@/components/auth/SetupForm";
import { hasUsers } from "@/lib/auth/create-first-admin";
import { prisma } from "@/lib/db/client";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const { code } = await searchParams;
  if (await hasUsers(prisma())) redirect("/login");
  return (
    <AuthCard title="Create the first admin" lead="This server is new. The first account can do everything.">
      <SetupForm code={typeof code === "string" ? code : ""} />
    </AuthCard>
  );
}
