"use client";

import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { useAccount } from "@/lib/client/use-account";
import { useBrowserZone } from "@/lib/client/use-browser-zone";
import { useNow } from "@/lib/client/use-now";
import type { Account, SessionList } from "@/lib/core/person";
import classes from "./Account.module.css";
import { InstallCard } from "./InstallCard";
import { NameCard } from "./NameCard";
import { OwnSessions } from "./OwnSessions";
import { PasswordCard } from "./PasswordCard";
import { PreferencesCard } from "./PreferencesCard";
import { SecondFactorCard } from "./SecondFactorCard";

interface AccountScreenProps {
  readonly initial: Account;
  readonly sessions: SessionList;
  readonly now: string;
  readonly user: FrameUser;
}

/** What people can do about their own account. */
export function AccountScreen({ initial, sessions, now: started, user }: AccountScreenProps) {
  const t = useText();
  const { data: account } = useAccount(initial);
  const now = useNow(30_000, Date.parse(started));
  const zone = useBrowserZone();
  return (
    <AdminFrame user={{ ...user, name: account.name }} title={t("Your account")}>
      <div className={classes.cards}>
        <NameCard account={account} />
        <PreferencesCard />
        {account.signsInWith === "password" ? <PasswordCard email={account.email} /> : null}
        <SecondFactorCard account={account} />
        <InstallCard />
        <section className={classes.card} aria-labelledby="sessions">
          <h2 id="sessions">{t("Where you are signed in")}</h2>
          <OwnSessions account={account} initial={sessions} now={now} zone={zone} />
        </section>
      </div>
    </AdminFrame>
  );
}
