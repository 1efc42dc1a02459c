import { TextInput } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import { useState } from "react";
import type { Text } from "@/lib/core/text";

interface CommitTextProps {
  readonly label: string;
  /** Its own value; null shows `inherited`. */
  readonly value: string | null;
  readonly inherited?: string;
  readonly description?: ReactNode;
  readonly maxLength: number;
  /** What was typed is taken as it is, empty as null. Answers what is wrong with it, null when nothing is. */
  readonly check?: (text: string) => string | null;
  readonly onCommit: (value: string | null) => void;
}

/** A field that is stored when it is left or Enter is pressed; Escape takes back what was typed. */
export function CommitText({ label, value, inherited, description, maxLength, check, onCommit }: CommitTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    const text = draft.trim();
    const wrong = text === "" ? null : (check?.(text) ?? null);
    setProblem(wrong);
    if (wrong !== null) return;
    setDraft(null);
    const next = text === "" ? null : text;
    if (next !== value) onCommit(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
    if (event.key !== "Escape" || draft === null) return;
    event.stopPropagation();
    setDraft(null);
    setProblem(null);
  };
  return (
    <TextInput
      label={label}
      value={draft ?? value ?? ""}
      placeholder={inherited ?? ""}
      description={description}
      error={problem}
      maxLength={maxLength}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}

/** For `check`: a whole number within these, or a sentence. */
export function wholeNumber(least: number, most: number, t: Text): (text: string) => string | null {
  return (text) =>
    /^-?\d+$/.test(text) && Number(text) >= least && Number(text) <= most
      ? null
      : t("A whole number from {least} to {most}.", { least, most });
}
