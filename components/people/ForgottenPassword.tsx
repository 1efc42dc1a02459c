import { Button } from "@mantine/core";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { CopyText } from "@/components/vendors/CopyText";
import { useMakeResetLink } from "@/lib/client/use-people";
import type { PersonSummary } from "@/lib/core/person";
import classes from "./People.module.css";
import { momentWords } from "./people-words";

interface ForgottenPasswordProps {
  readonly person: PersonSummary;
  readonly now: number;
  readonly zone: string;
}

/** A link for a new password, to hand over: we send no email. */
export function ForgottenPassword({ person, now, zone }: ForgottenPasswordProps) {
  const t = useText();
  const make = useMakeResetLink(person.id);
  return (
    <div className={classes.section}>
      <h3>{t("Password forgotten")}</h3>
      <FormError message={make.error?.message ?? null} />
      {make.data ? (
        <div className={classes.fresh} role="status">
          <p>
            {t(
              "For {name}, once, until {time}. Whoever has it can set the password: give it to them alone. It is shown only here and only now.",
              { name: person.name, time: momentWords(make.data.expiresAt, now, zone, t) },
            )}
          </p>
          <CopyText label={t("link")} text={make.data.link} />
        </div>
      ) : (
        <>
          <p className={classes.quiet}>
            {person.hasSecondFactor
              ? t(
                  "A link with which they set a new password. It signs them out everywhere, and their second factor is still asked for. The old password is good until then.",
                )
              : t(
                  "A link with which they set a new password. It signs them out everywhere. The old password is good until then.",
                )}
          </p>
          <Button
            variant="default"
            className={classes.start ?? ""}
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            {t("Make a link")}
          </Button>
        </>
      )}
    </div>
  );
}
