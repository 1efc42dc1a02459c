import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import Link from "next/link";
import { useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { CloseButton } from "@/components/frame/CloseButton";
import { tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { useRich } from "@/components/text/use-rich";
import { useChangePerson } from "@/lib/client/use-people";
import { type Access, accessProblem, type PersonChange, type PersonSummary, type SiteName } from "@/lib/core/person";
import { type AccessDraft, AccessFields } from "./AccessFields";
import { ForgottenPassword } from "./ForgottenPassword";
import classes from "./People.module.css";
import { lastSignInWords, momentWords } from "./people-words";
import { Question } from "./Question";
import { SessionRows } from "./SessionRows";

interface PersonPanelProps {
  readonly person: PersonSummary;
  readonly sites: readonly SiteName[];
  readonly isOneself: boolean;
  readonly now: number;
  readonly zone: string;
  readonly onClose: () => void;
}

/** One person: what they may do, how they come in, where they are signed in. */
export function PersonPanel({ person, sites, isOneself, now, zone, onClose }: PersonPanelProps) {
  const t = useText();
  const rich = useRich();
  const { name, email, lastSignInAt, createdAt } = person;
  return (
    <section className={classes.panel} aria-label={name}>
      <header className={classes.panelHead}>
        <div className={classes.panelRow}>
          <h2 className={classes.title}>{name}</h2>
          <CloseButton onClick={onClose} />
        </div>
        <p className={classes.quiet}>{email}</p>
        <p className={classes.quiet}>
          {lastSignInAt === null
            ? t("Never signed in")
            : t("Last sign-in: {time}", { time: lastSignInWords(lastSignInAt, now, zone, t) })}{" "}
          · {t("here since {time}", { time: momentWords(createdAt, now, zone, t) })}
        </p>
      </header>
      {isOneself ? (
        <div className={classes.section}>
          <p className={classes.note}>
            {rich("This is you. Another admin can change what you may do; the rest is in {account}.", {
              account: <Link href="/account">{t("your account")}</Link>,
            })}
          </p>
        </div>
      ) : (
        <Rights key={`${person.id} ${person.role} ${person.sites}`} person={person} sites={sites} />
      )}
      <div className={classes.section}>
        <h3>{t("Signed in")}</h3>
        <SessionRows whose={{ personId: person.id }} now={now} zone={zone} />
      </div>
      {isOneself ? null : <WaysIn person={person} />}
      {isOneself || person.signsInWith === "provider" || person.disabledAt !== null ? null : (
        <ForgottenPassword person={person} now={now} zone={zone} />
      )}
    </section>
  );
}

/** Role and sites. The provider's people get theirs from their groups. */
function Rights({ person, sites }: { readonly person: PersonSummary; readonly sites: readonly SiteName[] }) {
  const t = useText();
  const before: Access = { role: person.role, sites: person.sites };
  const [draft, setDraft] = useState<AccessDraft>(before);
  const [isTried, setIsTried] = useState(false);
  const change = useChangePerson();
  if (person.signsInWith === "provider")
    return (
      <div className={classes.section}>
        <h3>{t("What they may do")}</h3>
        <p className={classes.note}>
          {t(
            "They sign in at the identity provider, and their groups there give them their role and sites, anew at every sign-in. Change their groups to change what they may do.",
          )}
        </p>
      </div>
    );
  const problem = accessProblem(draft);
  const isChanged = draft.role !== before.role || String(draft.sites) !== String(before.sites);
  const set = (access: Access) => change.mutateAsync({ personId: person.id, change: { access } });
  const save = () => {
    setIsTried(true);
    if (problem) return;
    const access: Access = { role: draft.role, sites: draft.sites && [...draft.sites] };
    // Not mutate's own callback: this form is another one by then, with the new rights.
    set(access).then(
      () => tellWithUndo(t("The rights of {name} are changed.", { name: person.name }), () => set(before)),
      () => undefined, // said above the form
    );
  };
  return (
    <div className={classes.section}>
      <h3>{t("What they may do")}</h3>
      <FormError message={change.error?.message ?? null} />
      <AccessFields value={draft} onChange={setDraft} sites={sites} error={isTried ? problem : null} />
      {isChanged ? (
        <div className={classes.actions}>
          <Button loading={change.isPending} onClick={save}>
            {t("Save")}
          </Button>
          <Button variant="default" disabled={change.isPending} onClick={() => setDraft(before)}>
            {t("Leave as it was")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Whether they may sign in, and what is asked of them. */
function WaysIn({ person }: { readonly person: PersonSummary }) {
  const t = useText();
  const change = useChangePerson();
  const isDisabled = person.disabledAt !== null;
  const set = (what: PersonChange | "remove-second-factor") =>
    change.mutateAsync({ personId: person.id, change: what });
  const said = () => undefined; // above the buttons
  const toggle = () =>
    set({ disabled: !isDisabled }).then(
      () =>
        tellWithUndo(
          isDisabled
            ? t("{name} may sign in again.", { name: person.name })
            : t("{name} is signed out and cannot sign in.", { name: person.name }),
          () => set({ disabled: isDisabled }),
        ),
      said,
    );
  const removeFactor = () =>
    set("remove-second-factor").then(
      () => notifications.show({ message: t("The second factor of {name} is removed.", { name: person.name }) }),
      said,
    );
  return (
    <div className={classes.section}>
      <h3>{t("Access")}</h3>
      <FormError message={change.error?.message ?? null} />
      {person.hasSecondFactor ? (
        <Question
          label={t("Remove the second factor")}
          consequence={t(
            "{name} can sign in with the password alone, until they set up another second factor. For a lost telephone.",
            { name: person.name },
          )}
          verb={t("Remove it")}
          isBusy={change.isPending}
          onDo={() => void removeFactor()}
        />
      ) : null}
      <p className={classes.quiet}>
        {isDisabled
          ? t("They cannot sign in. What they did stays in the audit log.")
          : t("Disabling signs them out everywhere and keeps them out. Nothing they did is lost.")}
      </p>
      <Button
        variant="default"
        className={classes.start ?? ""}
        loading={change.isPending}
        onClick={() => void toggle()}
      >
        {isDisabled ? t("Let them sign in") : t("Disable the account")}
      </Button>
    </div>
  );
}
