import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { CloseButton } from "@/components/frame/CloseButton";
import { useText } from "@/components/text/TextProvider";
import { CopyText } from "@/components/vendors/CopyText";
import { useMakeInvite } from "@/lib/client/use-invites";
import { DEFAULT_INVITE_DAYS, INVITE_DAYS, InviteDraft, type InviteLink } from "@/lib/core/invite";
import { accessProblem, type SiteName } from "@/lib/core/person";
import { type AccessDraft, AccessFields } from "./AccessFields";
import classes from "./People.module.css";
import { momentWords } from "./people-words";

interface InvitePanelProps {
  readonly sites: readonly SiteName[];
  /** The link made a moment ago: the last chance to copy it. */
  readonly made: InviteLink | null;
  readonly onMade: (made: InviteLink | null) => void;
  readonly now: number;
  readonly zone: string;
  readonly onClose: () => void;
}

/** Inviting somebody: whom, as what, for how long, and then the link. */
export function InvitePanel({ sites, made, onMade, now, zone, onClose }: InvitePanelProps) {
  const t = useText();
  return (
    <section className={classes.panel} aria-label={t("Invite somebody")}>
      <header className={classes.panelHead}>
        <div className={classes.panelRow}>
          <h2 className={classes.title}>{made ? t("Send this link") : t("Invite somebody")}</h2>
          <CloseButton onClick={onClose} />
        </div>
      </header>
      <div className={classes.section}>
        {made ? (
          <>
            <div className={classes.fresh} role="status">
              <p>
                {t(
                  "For {email}, good until {time}. Whoever has it can make the account: send it to them alone. It is shown only here and only this once.",
                  { email: made.invite.email, time: momentWords(made.invite.expiresAt, now, zone, t) },
                )}
              </p>
              <CopyText label={t("link")} text={made.link} />
            </div>
            <Button variant="default" className={classes.start ?? ""} onClick={() => onMade(null)}>
              {t("Invite somebody else")}
            </Button>
          </>
        ) : (
          <InviteForm sites={sites} onMade={onMade} />
        )}
      </div>
    </section>
  );
}

function InviteForm({ sites, onMade }: Pick<InvitePanelProps, "sites" | "onMade">) {
  const t = useText();
  const make = useMakeInvite();
  const [email, setEmail] = useState("");
  const [access, setAccess] = useState<AccessDraft>({ role: "viewer", sites: null });
  const [days, setDays] = useState(String(DEFAULT_INVITE_DAYS));
  const [isTried, setIsTried] = useState(false);
  const draft = InviteDraft.safeParse({ email: email.trim(), access, days: Number(days) });
  const isEmailWrong = !draft.success && draft.error.issues.some(({ path }) => path[0] === "email");
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (draft.success) make.mutate(draft.data, { onSuccess: onMade });
      }}
      style={{ display: "contents" }}
    >
      <FormError message={make.error?.message ?? null} />
      <TextInput
        label={t("Email")}
        type="email"
        autoComplete="off"
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={isTried && isEmailWrong ? t("Enter an email address.") : null}
      />
      <AccessFields value={access} onChange={setAccess} sites={sites} error={isTried ? accessProblem(access) : null} />
      <div>
        <p className={classes.label}>{t("The link is good for")}</p>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("The link is good for")}
          value={days}
          onChange={setDays}
          data={INVITE_DAYS.map((count) => ({
            value: String(count),
            label: t("{count, plural, one {# day} other {# days}}", { count }),
          }))}
        />
      </div>
      <Button type="submit" loading={make.isPending}>
        {t("Make the link")}
      </Button>
    </form>
  );
}
