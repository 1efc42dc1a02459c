import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { copyText } from "@/lib/client/copy-text";
import classes from "./CopyText.module.css";

interface CopyTextProps {
  /** What it is: "webhook address". */
  readonly label: string;
  readonly text: string;
}

const COPIED_MS = 2_000;

/** Text to take elsewhere, with a button that takes it. */
export function CopyText({ label, text }: CopyTextProps) {
  const t = useText();
  const [result, setResult] = useState<"copied" | "failed" | null>(null);
  const shown = useRef<HTMLElement>(null);
  useEffect(() => {
    if (result !== "copied") return;
    const timer = setTimeout(() => setResult(null), COPIED_MS);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = async () => {
    const done = await copyText(text);
    if (!done && shown.current) getSelection()?.selectAllChildren(shown.current);
    setResult(done ? "copied" : "failed");
  };
  return (
    <div className={classes.box} data-lines={text.includes("\n") || undefined}>
      <code ref={shown} className={classes.text}>
        {text}
      </code>
      <Button
        variant="default"
        size="compact-sm"
        className={classes.button ?? ""}
        leftSection={result === "copied" ? <IconCheck size={14} /> : <IconCopy size={14} />}
        onClick={() => void copy()}
        aria-label={t("Copy the {label}", { label })}
      >
        {result === "copied" ? t("Copied") : t("Copy")}
      </Button>
      <span className={classes.result} role="status">
        {result === "failed" ? t("Selected: copy it with the keyboard or the menu.") : ""}
      </span>
    </div>
  );
}
