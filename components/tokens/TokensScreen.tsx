"use client";

import { Button, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconKey } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import { FormError } from "@/components/auth/FormError";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { CopyText } from "@/components/vendors/CopyText";
import { useNow } from "@/lib/client/use-now";
import { useRevokeToken, useTokens } from "@/lib/client/use-tokens";
import type { ApiToken, NewToken, TokenPage } from "@/lib/core/api-token";
import { TokenForm } from "./TokenForm";
import { TokenList } from "./TokenList";
import classes from "./Tokens.module.css";

interface TokensScreenProps {
  readonly initial: TokenPage;
  readonly now: string;
  readonly user: FrameUser;
}

/** The keys of other programs: made, looked at and revoked here. */
export function TokensScreen({ initial, now: serverTime, user }: TokensScreenProps) {
  const t = useText();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, error } = useTokens(initial);
  const revoke = useRevokeToken();
  const now = useNow(30_000, Date.parse(serverTime));
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<NewToken | null>(null);
  const tokens = data.pages.flatMap(({ items }) => items);
  const onRevoke = (token: ApiToken) =>
    revoke.mutate(token.id, {
      onSuccess: () =>
        notifications.show({ message: t("“{name}” is revoked and refused from now on.", { name: token.name }) }),
    });
  return (
    <AdminFrame user={user} title={t("API tokens")}>
      <div className={classes.head}>
        <p className={classes.lead}>
          {t("Another program that shows a token can do what its scopes say, and never more than its owner.")}{" "}
          <Link href="/api/docs">{t("What the API can do")}</Link>
        </p>
        <Button onClick={() => setIsMaking(true)}>{t("New token")}</Button>
      </div>
      {made ? (
        <section className={classes.fresh} aria-label={t("The new token")}>
          <p>
            {t("Copy the token of “{name}” now. It is shown only here and only until you leave the page.", {
              name: made.info.name,
            })}
          </p>
          <CopyText label={t("token")} text={made.token} />
        </section>
      ) : null}
      <FormError message={(revoke.error ?? error)?.message ?? null} />
      {tokens.length === 0 ? (
        <div className={classes.empty}>
          <IconKey size={28} stroke={1.5} aria-hidden />
          <p>{t("No program has a token yet.")}</p>
        </div>
      ) : (
        <TokenList tokens={tokens} now={now} busy={revoke.isPending ? revoke.variables : null} onRevoke={onRevoke} />
      )}
      {hasNextPage ? (
        <Button
          variant="default"
          className={classes.more ?? ""}
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t("Show older ones")}
        </Button>
      ) : null}
      <Modal opened={isMaking} onClose={() => setIsMaking(false)} title={t("New token")} size="lg">
        <TokenForm
          role={user.role}
          onCancel={() => setIsMaking(false)}
          onMade={(token) => {
            setMade(token);
            setIsMaking(false);
          }}
        />
      </Modal>
    </AdminFrame>
  );
}
