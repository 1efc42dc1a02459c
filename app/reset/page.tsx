import { AuthCard } from "@/components/auth/AuthCard";
import { DeadLink } from "@/components/auth/DeadLink";
import { ResetForm } from "@/components/auth/ResetForm";
import { tokenHash } from "@/lib/auth/token-hash";
import { RESET_NOT_GOOD } from "@/lib/core/password-reset";
import { text } from "@/lib/core/text";
import { database } from "@/lib/db/client";
import { readOpenReset } from "@/lib/db/password-reset-repository";
import { titled } from "@/lib/http/page-title";
import { readerText } from "@/lib/http/reader";

export const generateMetadata = titled(text("New password"));

export default async function ResetPage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const t = await readerText();
  const { code } = await searchParams;
  const reset = typeof code === "string" ? await readOpenReset(database(), tokenHash(code)) : null;
  if (typeof code !== "string" || !reset) return <DeadLink why={RESET_NOT_GOOD} />;
  return (
    <AuthCard title={t("Set a new password")} lead={t("You are signed out everywhere and sign in with it.")}>
      <ResetForm code={code} email={reset.email} />
    </AuthCard>
  );
}
