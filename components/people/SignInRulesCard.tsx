import { SegmentedControl } from "@mantine/core";
import { FormError } from "@/components/auth/FormError";
import { tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { useSetSignInRules, useSignInRules } from "@/lib/client/use-sign-in-rules";
import type { PersonSummary } from "@/lib/core/person";
import { isAsked, SECOND_FACTOR_RULES, type SecondFactorRule, type SignInRules } from "@/lib/core/second-factor-rule";
import { type Text, text } from "@/lib/core/text";
import classes from "./People.module.css";

interface SignInRulesCardProps {
  readonly initial: SignInRules;
  readonly people: readonly PersonSummary[];
}

const WORDS: Record<SecondFactorRule, string> = {
  nobody: text("Nobody"),
  admins: text("Admins and site admins"),
  everybody: text("Everybody"),
};

const ASKED: Record<SecondFactorRule, string> = {
  nobody: text("A second factor is asked of nobody."),
  admins: text("A second factor is asked of admins and site admins."),
  everybody: text("A second factor is asked of everybody."),
};

/** Of whom a second factor is asked, and how many that still concerns. */
export function SignInRulesCard({ initial, people }: SignInRulesCardProps) {
  const t = useText();
  const { data } = useSignInRules(initial);
  const set = useSetSignInRules();
  const rule = data.secondFactor;
  const change = (to: SecondFactorRule) =>
    set.mutate(to, {
      onSuccess: () => tellWithUndo(t(ASKED[to]), () => set.mutateAsync(rule)),
    });
  return (
    <section aria-labelledby="sign-in-rules">
      <h2 id="sign-in-rules" className={classes.heading}>
        {t("Who needs a second factor")}
      </h2>
      <div className={`${classes.box} ${classes.rules}`}>
        <FormError message={set.error?.message ?? null} />
        <SegmentedControl
          className={classes.start ?? ""}
          size="xs"
          aria-labelledby="sign-in-rules"
          value={rule}
          onChange={(value) => change(value as SecondFactorRule)}
          data={SECOND_FACTOR_RULES.map((value) => ({ value, label: t(WORDS[value]) }))}
          disabled={set.isPending}
        />
        <p className={classes.quiet}>{consequence(rule, people, t)}</p>
      </div>
    </section>
  );
}

function consequence(rule: SecondFactorRule, people: readonly PersonSummary[], t: Text): string {
  const theirs = t("People who sign in at the identity provider are asked there.");
  if (rule === "nobody") return `${t("Everybody may set one up for themselves.")} ${theirs}`;
  const lacking = people.filter(
    ({ role, signsInWith, hasSecondFactor, disabledAt }) =>
      isAsked(rule, role) && signsInWith === "password" && !hasSecondFactor && disabledAt === null,
  ).length;
  if (lacking === 0) return `${t("All of them have one.")} ${theirs}`;
  const ahead = t(
    "{lacking, plural, one {# person has none yet and sets} other {# people have none yet and set}} one up at the next step; nothing else opens before.",
    { lacking },
  );
  return `${ahead} ${theirs}`;
}
