import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/AuthCard";
import { LoginForm } from "@/components/auth/LoginForm";
import { ProviderButton } from "@/components/auth/ProviderButton";
import { providerProblem } from "@/components/auth/provider-words";
import { hasUsers } from "@/lib/auth/create-first-admin";
import { nextPath } from "@/lib/auth/next-path";
import { actorFromHeaders } from "@/lib/auth/session";
import { env } from "@/lib/config/env";
import { text } from "@/lib/core/text";
import { prisma } from "@/lib/db/client";
import { titled } from "@/lib/http/page-title";
import { readerText } from "@/lib/http/reader";

export const generateMetadata = titled(text("Sign in"));

type Search = Readonly<Record<"next" | "error", string | string[] | undefined>>;

export default async function LoginPage({ searchParams }: { searchParams: Promise<Search> }) {
  const t = await readerText();
  const { next: wanted, error } = await searchParams;
  const next = nextPath(wanted);
  if ((await actorFromHeaders(await headers()))?.scopes === null) redirect(next);
  if (!(await hasUsers(prisma()))) redirect("/setup");
  const provider = env().oidc;
  return (
    <AuthCard title={t("Sign in")}>
      {provider ? <ProviderButton name={provider.name} next={next} problem={providerProblem(error)} /> : null}
      <LoginForm next={next} isSecond={provider !== null} />
      <p style={{ margin: 0, color: "var(--muted)", fontSize: "var(--fs-sm)" }}>
        {t("Password forgotten? Any admin can make a link for a new one.")}
      </p>
    </AuthCard>
  );
}
