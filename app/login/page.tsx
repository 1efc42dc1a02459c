import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/AuthCard";
import { LoginForm } from "@/components/auth/LoginForm";
import { hasUsers } from "@/lib/auth/create-first-admin";
import { nextPath } from "@/lib/auth/next-path";
import { actorFromHeaders } from "@/lib/auth/session";
import { prisma } from "@/lib/db/client";

export const metadata: Metadata = { title: "Sign in" };

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = nextPath((await searchParams).next);
  if ((await actorFromHeaders(await headers()))?.scopes === null) redirect(next);
  if (!(await hasUsers(prisma()))) redirect("/setup");
  return (
    <AuthCard title="Sign in">
      <LoginForm next={next} />
    </AuthCard>
  );
}
