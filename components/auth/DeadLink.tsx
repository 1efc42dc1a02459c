"use client";

import Link from "next/link";
import { useText } from "@/components/text/TextProvider";
import { AuthCard } from "./AuthCard";

/** What is said to every code that is not good, whatever the reason. */
export function DeadLink({ why }: { readonly why: string }) {
  const t = useText();
  return (
    <AuthCard title={t("This link does not work")} lead={t(why)}>
      <Link href="/login" style={{ color: "var(--accent)", fontSize: "var(--fs-sm)" }}>
        {t("Go to the sign-in page")}
      </Link>
    </AuthCard>
  );
}
