import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { SessionRows } from "@/components/people/SessionRows";
import { useText } from "@/components/text/TextProvider";
import { useEndSessions } from "@/lib/client/use-sessions";
import type { Account, SessionList } from "@/lib/core/person";
import { PasswordForm } from "./PasswordForm";

interface OwnSessionsProps {
  readonly account: Account;
  readonly initial: SessionList;
  readonly now: number;
  readonly zone: string;
}

/** Where one is signed in. Whoever has a password here is asked for it before another session ends. */
export function OwnSessions({ account, ...rows }: OwnSessionsProps) {
  const t = useText();
  const [asking, setAsking] = useState<{ readonly sessionId: string | null } | null>(null);
  const end = useEndSessions("mine");
  if (account.signsInWith === "provider") return <SessionRows whose="mine" {...rows} />;
  if (asking === null) return <SessionRows whose="mine" {...rows} onAsk={(sessionId) => setAsking({ sessionId })} />;
  const isAll = asking.sessionId === null;
  return (
    <PasswordForm
      lead={
        isAll ? t("You will be signed out everywhere but here.") : t("That browser will be signed out; this one stays.")
      }
      submit={t("Sign out")}
      onCancel={() => setAsking(null)}
      work={(password) =>
        end.mutateAsync({ ...asking, password }).then(
          (done) => ({ done }),
          (error: Error) => ({ problem: error.message, code: "" }),
        )
      }
      onDone={() => {
        setAsking(null);
        notifications.show({ message: isAll ? t("You are signed out everywhere else.") : t("It is signed out.") });
      }}
    />
  );
}
