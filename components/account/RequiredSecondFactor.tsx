"use client";

import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { askSignIn, TotpStart } from "@/lib/client/second-factor";
import { signOut } from "@/lib/client/sign-out";
import classes from "./Account.module.css";
import { BackupCodesShown } from "./BackupCodesShown";
import { PasswordForm } from "./PasswordForm";
import { TotpSetUp } from "./TotpSetUp";

/** Setting up the second factor that is asked of somebody; the only other way from here is out. */
export function RequiredSecondFactor({ next }: { readonly next: string }) {
  const t = useText();
  const [start, setStart] = useState<TotpStart | null>(null);
  const [isSetUp, setIsSetUp] = useState(false);
  // Full loads, not client transitions: what was rendered without the rights may not stay.
  const leave = () => window.location.assign(next);
  const goOut = () => void signOut().then(() => window.location.assign("/login"));
  return (
    <div className={classes.required}>
      {start === null ? (
        <PasswordForm
          submit={t("Go on")}
          cancel={t("Sign out")}
          onCancel={goOut}
          work={(password) => askSignIn("two-factor/enable", { password }, TotpStart)}
          onDone={setStart}
        />
      ) : isSetUp ? (
        <BackupCodesShown codes={start.backupCodes} onDone={leave} />
      ) : (
        <TotpSetUp uri={start.totpURI} cancel={t("Sign out")} onCancel={goOut} onDone={() => setIsSetUp(true)} />
      )}
    </div>
  );
}
