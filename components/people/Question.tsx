import { Button } from "@mantine/core";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import classes from "./People.module.css";

interface QuestionProps {
  /** The button that asks. */
  readonly label: string;
  /** What would happen, in a sentence. */
  readonly consequence: string;
  /** The button that does it. */
  readonly verb: string;
  readonly isBusy: boolean;
  readonly onDo: () => void;
}

/** For what cannot be undone: the button tells what follows, and only then does it. */
export function Question({ label, consequence, verb, isBusy, onDo }: QuestionProps) {
  const t = useText();
  const [isAsking, setIsAsking] = useState<boolean | null>(null); // false: asked, and left
  if (!isAsking)
    return (
      <Button
        variant="default"
        className={classes.start ?? ""}
        autoFocus={isAsking === false}
        onClick={() => setIsAsking(true)}
      >
        {label}
      </Button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a legend that is the sentence inside
    <div
      role="group"
      aria-label={consequence}
      className={classes.note}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        setIsAsking(false);
      }}
    >
      <p>{consequence}</p>
      <div className={classes.actions}>
        <Button color="red" loading={isBusy} onClick={onDo}>
          {verb}
        </Button>
        <Button variant="default" autoFocus disabled={isBusy} onClick={() => setIsAsking(false)}>
          {t("Leave it")}
        </Button>
      </div>
    </div>
  );
}
