import { AuthCard } from "@/components/auth/AuthCard";
import { DeadLink } from "@/components/auth/DeadLink";
import { InviteForm } from "@/components/auth/InviteForm";
import { tokenHash } from "@/lib/auth/token-hash";
import { ROLE_WORDS } from "@/lib/core/access";
import { INVITE_NOT_GOOD } from "@/lib/core/invite";
import { text } from "@/lib/core/text";
import { database } from "@/lib/db/client";
import { readOpenInvite } from "@/lib/db/invite-repository";
import { titled } from "@/lib/http/page-title";
import { readerText } from "@/lib/http/reader";

export const generateMetadata = titled(text("Invitation"));

export default async function InvitePage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const t = await readerText();
  const { code } = await searchParams;
  const invite = typeof code === "string" ? await readOpenInvite(database(), tokenHash(code)) : null;
  if (typeof code !== "string" || !invite) return <DeadLink why={INVITE_NOT_GOOD} />;
  return (
    <AuthCard
      title={t("Make your account")}
      lead={t("You are invited as {role}.", { role: t(ROLE_WORDS[invite.role]) })}
    >
      <InviteForm code={code} email={invite.email} />
    </AuthCard>
  );
}
