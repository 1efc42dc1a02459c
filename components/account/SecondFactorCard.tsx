import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import { z } from "zod";
import { useText } from "@/components/text/TextProvider";
import { askSignIn, BackupCodes, TotpStart } from "@/lib/client/second-factor";
import { useRefetchAccount } from "@/lib/client/use-account";
import type { Account } from "@/lib/core/person";
import classes from "./Account.module.css";
import { BackupCodesShown } from "./BackupCodesShown";
import { PasswordForm } from "./PasswordForm";
import { TotpSetUp } from "./TotpSetUp";

type Doing =
  | { readonly kind: "nothing" | "start" | "new-codes" | "remove" }
  | { readonly kind: "set-up"; readonly start: TotpStart }
  | { readonly kind: "codes"; readonly codes: readonly string[] };

const NOTHING: Doing = { kind: "nothing" };

/** A code of an app on a telephone besides the password. */
export function SecondFactorCard({ account }: { readonly account: Account }) {
  const t = useText();
  const [doing, setDoing] = useState<Doing>(NOTHING);
  return (
    <section className={classes.card} aria-labelledby="second-factor">
      <h2 id="second-factor">{t("Second factor")}</h2>
      {account.signsInWith === "provider" ? (
        <p className={classes.quiet}>
          {t("You sign in at the identity provider, which asks for a second factor itself.")}
        </p>
      ) : (
        <Steps account={account} doing={doing} onDo={setDoing} />
      )}
    </section>
  );
}

interface StepsProps {
  readonly account: Account;
  readonly doing: Doing;
  readonly onDo: (next: Doing) => void;
}

function Steps({ account, doing, onDo }: StepsProps) {
  const t = useText();
  const refetch = useRefetchAccount();
  const cancel = () => onDo(NOTHING);
  switch (doing.kind) {
    case "nothing":
      return account.hasSecondFactor ? <On onDo={onDo} /> : <Off onDo={onDo} />;
    case "start":
      return (
        <PasswordForm
          submit={t("Go on")}
          onCancel={cancel}
          work={(password) => askSignIn("two-factor/enable", { password }, TotpStart)}
          onDone={(start) => onDo({ kind: "set-up", start })}
        />
      );
    case "set-up":
      return (
        <TotpSetUp
          uri={doing.start.totpURI}
          onCancel={cancel}
          onDone={async () => {
            onDo({ kind: "codes", codes: doing.start.backupCodes });
            await refetch();
          }}
        />
      );
    case "codes":
      return <BackupCodesShown codes={doing.codes} onDone={cancel} />;
    case "new-codes":
      return (
        <PasswordForm
          submit={t("Make new codes")}
          lead={t("The ten old ones will not work any more.")}
          onCancel={cancel}
          work={(password) => askSignIn("two-factor/generate-backup-codes", { password }, BackupCodes)}
          onDone={({ backupCodes }) => onDo({ kind: "codes", codes: backupCodes })}
        />
      );
    case "remove":
      return (
        <PasswordForm
          submit={t("Remove it")}
          isDangerous
          lead={t("The password alone will be enough to sign in.")}
          onCancel={cancel}
          work={(password) => askSignIn("two-factor/disable", { password }, z.unknown())}
          onDone={async () => {
            onDo(NOTHING);
            notifications.show({ message: t("Your second factor is removed.") });
            await refetch();
          }}
        />
      );
  }
}

function Off({ onDo }: Pick<StepsProps, "onDo">) {
  const t = useText();
  return (
    <>
      <p className={classes.quiet}>
        {t(
          "Off. With it, a password that somebody learned is not enough: signing in also asks for a code from an app on your telephone, such as Aegis, 1Password or Microsoft Authenticator.",
        )}
      </p>
      <Button variant="default" className={classes.start ?? ""} onClick={() => onDo({ kind: "start" })}>
        {t("Set it up")}
      </Button>
    </>
  );
}

function On({ onDo }: Pick<StepsProps, "onDo">) {
  const t = useText();
  return (
    <>
      <p className={classes.state}>
        <IconShieldCheck size={18} aria-hidden className={classes.ok} />
        {t("On")}
      </p>
      <p className={classes.quiet}>{t("Signing in asks for a code from your app, or for one of your backup codes.")}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => onDo({ kind: "new-codes" })}>
          {t("New backup codes")}
        </Button>
        <Button variant="default" onClick={() => onDo({ kind: "remove" })}>
          {t("Remove it")}
        </Button>
      </div>
    </>
  );
}
