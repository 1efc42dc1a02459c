import { SegmentedControl } from "@mantine/core";
import { FormError } from "@/components/auth/FormError";
import { tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { useSetSignInRules, useSignInRules } from "@/lib/client/use-sign-in-rules";
import type { PersonSummary } from "@/lib/core/person";
import { isAsked, SECOND_FACTOR_RULES, type SecondFactorRule, type SignInRules } from "@/lib/core/second-factor-rule";
import classes from "./People.module.css";

interface SignInRulesCardProps {
  readonly initial: SignInRules;
  readonly people: readonly PersonSummary[];
}

const WORDS: Record<SecondFactorRule, string> = {
  nobody: "Nobody",
  admins: "Admins and site admins",
  everybody: "Everybody",
};
const DATA = SECOND_FACTOR_RULES.map((value) => ({ value, label: WORDS[value] }));

/** Of whom a second factor is asked, and how many that still concerns. */
export function SignInRulesCard({ initial, people }: SignInRulesCardProps) {
  const t = useText();
  const { data } = useSignInRules(initial);
  const set = useSetSignInRules();
  const rule = data.secondFactor;
  const change = (to: SecondFactorRule) =>
    set.mutate(to, {
      onSuccess: () =>
        tellWithUndo(t("A second factor is asked of {toLowerCase}.", { toLowerCase: WORDS[to].toLowerCase() }), () =>
          set.mutateAsync(rule),
        ),
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
          data={DATA}
          disabled={set.isPending}
        />
        <p className={classes.quiet}>{consequence(rule, people)}</p>
      </div>
    </section>
  );
}

function consequence(rule: SecondFactorRule, people: readonly PersonSummary[]): string {
  const theirs = "People who sign in at the identity provider are asked there.";
  if (rule === "nobody") return `Everybody may set one up for themselves. ${theirs}`;
  const lacking = people.filter(
    ({ role, signsInWith, hasSecondFactor, disabledAt }) =>
      isAsked(rule, role) && signsInWith === "password" && !hasSecondFactor && disabledAt === null,
  ).length;
  if (lacking === 0) return `All of them have one. ${theirs}`;
  const who = lacking === 1 ? "1 person has none yet and sets" : `${lacking} people have none yet and set`;
  return `${who} one up at the next step; nothing else opens before. ${theirs}`;
}
