import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { type SecretStep, useChangeSecret } from "@/lib/client/use-change-secret";
import type { SecretSlot, StoredSecret, VendorSummary } from "@/lib/core/vendor";
import { CopyText } from "./CopyText";
import { SecretForm } from "./SecretForm";
import { SecretRow } from "./SecretRow";
import classes from "./VendorSecret.module.css";
import { vendorName } from "./vendor-name";
import { since, VENDOR_WORDS } from "./vendor-words";

interface VendorSecretProps {
  readonly vendor: VendorSummary;
  readonly now: number;
  /** The secret set a moment ago on this page: the last chance to copy it. */
  readonly fresh: string | null;
  readonly onFresh: (secret: string | null) => void;
}

/** Which secrets are good now, and how one is set, replaced and taken back. */
export function VendorSecret({ vendor, now, fresh, onFresh }: VendorSecretProps) {
  const t = useText();
  const name = vendorName(vendor.vendor);
  const word = t(VENDOR_WORDS[vendor.vendor].secret);
  const canGenerate = vendor.vendor !== "zoom";
  const [isReplacing, setIsReplacing] = useState(false);
  const change = useChangeSecret(vendor.vendor);
  const bySlot = (slot: SecretSlot) => vendor.secrets.find((one) => one.slot === slot);
  const [primary, next] = [bySlot("primary"), bySlot("next")];
  const run = (step: SecretStep, done: string, kept: string | null = null) =>
    change.mutate(step, {
      onSuccess: () => {
        notifications.show({ message: done });
        setIsReplacing(false);
        onFresh(kept);
      },
    });
  const set = (slot: SecretSlot) => (secret: string) =>
    run(
      { kind: "set", slot, secret },
      slot === "next"
        ? t("The next {word} is set and accepted from now on.", { word })
        : t("The {word} is set and accepted from now on.", { word }),
      canGenerate ? secret : null,
    );
  const remove = (slot: SecretSlot) => () =>
    run({ kind: "remove", slot }, t("The {word} is removed and refused from now on.", { word }));
  const row = (stored: StoredSecret, title: string) => (
    <SecretRow
      key={`${stored.slot} ${stored.setAt}`}
      title={title}
      isGood={stored.isReadable}
      detail={
        stored.isReadable
          ? t("Set {ago} by {setBy}. It cannot be read back.", {
              ago: since(stored.setAt, now, t),
              setBy: stored.setBy,
            })
          : t("Cannot be read: this server has another SECRET_KEY than when it was saved. Set it again.")
      }
      removal={t("Webhooks with this {word} are refused at once.", { word })}
      isBusy={change.isPending}
      onRemove={remove(stored.slot)}
    />
  );
  const needsPrimary = !primary?.isReadable;
  const form = { canGenerate, isBusy: change.isPending };
  return (
    <div className={classes.secrets}>
      <ul className={classes.rows} aria-label={t("What proves the sender")}>
        {vendor.environment.count > 0 ? (
          <SecretRow
            title={t("{count, plural, one {One from the environment} other {# from the environment}}", {
              count: vendor.environment.count,
            })}
            detail={t("{variable}, set where this server is started, and changed only there.", {
              variable: vendor.environment.variable,
            })}
            removal={null}
          />
        ) : null}
        {vendor.hasBasicAuth ? (
          <SecretRow
            title={t("User name and password from the environment")}
            detail={t("{name} must send them, and a {word} too if one is set.", { name, word })}
            removal={null}
          />
        ) : null}
        {primary ? row(primary, t("The {word}", { word })) : null}
        {next ? row(next, t("The next {word}", { word })) : null}
      </ul>
      {fresh === null ? null : (
        <div className={classes.fresh}>
          <p>{t("Give this to {name} now. It is shown only here and only until you leave the page.", { name })}</p>
          <CopyText label={word} text={fresh} />
        </div>
      )}
      <FormError message={change.error?.message ?? null} />
      {needsPrimary ? (
        <SecretForm
          {...form}
          key="primary"
          label={capital(word)}
          description={
            canGenerate
              ? t("A long random text. Generate one, or enter the one {name} uses already.", { name })
              : t("Paste it here.")
          }
          submit={t("Save the {word}", { word })}
          onSubmit={set("primary")}
        />
      ) : null}
      {!needsPrimary && !next && isReplacing ? (
        <SecretForm
          {...form}
          key="next"
          label={t("Next {word}", { word })}
          description={t("Both are accepted until you say that {name} uses the new one: no webhook is lost.", { name })}
          submit={t("Save the next {word}", { word })}
          onSubmit={set("next")}
          onCancel={() => setIsReplacing(false)}
        />
      ) : null}
      {!needsPrimary && !next && !isReplacing ? (
        <Button variant="default" className={classes.start ?? ""} onClick={() => setIsReplacing(true)}>
          {t("Replace the {word}", { word })}
        </Button>
      ) : null}
      {next?.isReadable ? (
        <div className={classes.promote}>
          <p>
            {needsPrimary
              ? t(
                  "It is accepted. Now change it at {name}, see that events keep coming, and then let go of the old {word}.",
                  { name, word },
                )
              : t(
                  "Both are accepted. Now change it at {name}, see that events keep coming, and then let go of the old {word}.",
                  { name, word },
                )}
          </p>
          <Button
            loading={change.isPending}
            onClick={() => run({ kind: "promote" }, t("The old {word} is refused from now on.", { word }))}
          >
            {t("Accept only the next {word}", { word })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
