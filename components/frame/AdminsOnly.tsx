"use client";

import Link from "next/link";
import { useText } from "@/components/text/TextProvider";
import { LoneNotice } from "./LoneNotice";

/** Where a page would be that this person may not see. */
export function AdminsOnly() {
  const t = useText();
  return (
    <LoneNotice title={t("This page is for admins")}>
      <p>{t("Your account can look at the floors. Ask an admin for what you need, or to make you one.")}</p>
      <p>
        <Link href="/">{t("Go to the live floor")}</Link>
      </p>
    </LoneNotice>
  );
}
