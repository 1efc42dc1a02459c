import { redirect } from "next/navigation";
import { RequiredSecondFactor } from "@/components/account/RequiredSecondFactor";
import { AuthCard } from "@/components/auth/AuthCard";
import { nextPath } from "@/lib/auth/next-path";
import { requirePerson } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";
import { readerText } from "@/lib/http/reader";

export const generateMetadata = titled(text("Second factor"));

type Search = Readonly<Record<"next", string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Promise<Search> }) {
  const t = await readerText();
  const next = nextPath((await searchParams).next);
  const person = await requirePerson();
  if (!person.lacksSecondFactor) redirect(next);
  return (
    <AuthCard
      title={t("Set up a second factor")}
      lead={t(
        "It is asked of you here: besides the password, a code from an app on your telephone. Nothing else opens before.",
      )}
    >
      <RequiredSecondFactor next={next} />
    </AuthCard>
  );
}
