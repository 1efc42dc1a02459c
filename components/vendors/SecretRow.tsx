import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import classes from "./VendorSecret.module.css";

interface SecretRowProps {
  readonly title: string;
  readonly detail: ReactNode;
  readonly isGood?: boolean;
  /** What happens when it is removed; null when that cannot be done here. */
  readonly removal: string | null;
  readonly isBusy?: boolean;
  readonly onRemove?: () => void;
}

/** That a secret is set, and the way to take it back. */
export function SecretRow({ title, detail, isGood = true, removal, isBusy = false, onRemove }: SecretRowProps) {
  const t = useText();
  const [isAsking, setIsAsking] = useState<boolean | null>(null); // false: asked, and kept
  const Icon = isGood ? IconCheck : IconAlertTriangle;
  return (
    <li className={classes.row}>
      <Icon size={18} stroke={2} aria-hidden className={classes.mark} data-good={isGood} />
      <div className={classes.what}>
        <p className={classes.title}>{title}</p>
        <p className={classes.quiet} suppressHydrationWarning>
          {detail}
        </p>
      </div>
      {removal !== null && !isAsking ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.small ?? ""}
          autoFocus={isAsking === false}
          onClick={() => setIsAsking(true)}
          aria-label={t("Remove: {title}", { title })}
        >
          {t("Remove")}
        </Button>
      ) : null}
      {removal !== null && isAsking ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a legend that is the sentence inside
        <div
          role="group"
          aria-label={removal}
          className={classes.question}
          onKeyDown={(event) => event.key === "Escape" && setIsAsking(false)}
        >
          <p>{removal}</p>
          <Button size="compact-sm" className={classes.small ?? ""} color="red" loading={isBusy} onClick={onRemove}>
            {t("Remove it")}
          </Button>
          <Button
            size="compact-sm"
            className={classes.small ?? ""}
            variant="default"
            autoFocus
            disabled={isBusy}
            onClick={() => setIsAsking(false)}
          >
            {t("Keep it")}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
