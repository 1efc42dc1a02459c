import { Button, Skeleton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { useEndSessions, useSessions, type Whose } from "@/lib/client/use-sessions";
import type { SessionList, SessionSummary } from "@/lib/core/person";
import { momentWords } from "./people-words";
import classes from "./Sessions.module.css";

interface SessionRowsProps {
  readonly whose: Whose;
  readonly initial?: SessionList;
  readonly now: number;
  readonly zone: string;
  /** Asked first, in place of ending them at once; null: all that are not this one. */
  readonly onAsk?: (sessionId: string | null) => void;
}

/** Where somebody is signed in, and the ways to end it. */
export function SessionRows({ whose, initial, now, zone, onAsk }: SessionRowsProps) {
  const t = useText();
  const { data, isError, isPending, refetch } = useSessions(whose, initial);
  const end = useEndSessions(whose);
  if (isPending) return <Skeleton height={44} radius={8} aria-label={t("Loading")} />;
  if (isError || !data)
    return (
      <div className={classes.empty} role="alert">
        <p>{t("The sessions are not answering.")}</p>
        <Button variant="default" size="compact-sm" onClick={() => void refetch()}>
          {t("Try again")}
        </Button>
      </div>
    );
  const { items } = data;
  const others = items.filter(({ isCurrent }) => !isCurrent);
  const endAll = () =>
    end.mutate(
      { sessionId: null },
      {
        onSuccess: () =>
          notifications.show({
            message: whose === "mine" ? t("You are signed out everywhere else.") : t("Signed out everywhere."),
          }),
      },
    );
  return (
    <>
      <FormError message={end.error?.message ?? null} />
      {items.length === 0 ? <p className={classes.quiet}>{t("Signed in nowhere.")}</p> : null}
      <ul className={classes.rows} aria-label={t("Sessions")}>
        {items.map((session) => (
          <Row
            key={session.id}
            session={session}
            when={momentWords(session.since, now, zone, t)}
            isBusy={end.isPending && end.variables.sessionId === session.id}
            onEnd={() => (onAsk ? onAsk(session.id) : end.mutate({ sessionId: session.id }))}
          />
        ))}
      </ul>
      {others.length > 1 || (whose !== "mine" && items.length > 1) ? (
        <Button
          variant="default"
          className={classes.all ?? ""}
          loading={end.isPending}
          onClick={() => (onAsk ? onAsk(null) : endAll())}
        >
          {whose === "mine"
            ? t("Sign out the {count} others", { count: others.length })
            : t("Sign out all {count}", { count: items.length })}
        </Button>
      ) : null}
    </>
  );
}

interface RowProps {
  readonly session: SessionSummary;
  readonly when: string;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
}

function Row({ session: { device, address, isCurrent }, when, isBusy, onEnd }: RowProps) {
  const t = useText();
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p className={classes.device}>{device}</p>
        <p className={classes.quiet}>
          {isCurrent ? t("This one, since {when}", { when }) : t("Since {when}", { when })}
          {address ? `, ${t("from {address}", { address })}` : ""}
        </p>
      </div>
      {isCurrent ? null : (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.small ?? ""}
          loading={isBusy}
          onClick={onEnd}
          aria-label={t("Sign out {device}, since {when}", { device, when })}
        >
          {t("Sign out")}
        </Button>
      )}
    </li>
  );
}
