import { TextInput } from "@mantine/core";

interface TextFilterProps {
  readonly label: string;
  readonly placeholder: string;
  /** What is looked for; null: anything. */
  readonly text: string | null;
  readonly onChoose: (text: string | null) => void;
}

/** Text to look for, taken over with Enter or when it is left. A new `text` needs a new `key`. */
export function TextFilter({ label, placeholder, text, onChoose }: TextFilterProps) {
  const take = (typed: string) => {
    const next = typed.trim() || null;
    if (next !== text) onChoose(next);
  };
  return (
    <TextInput
      size="sm"
      aria-label={label}
      placeholder={placeholder}
      maxLength={200}
      defaultValue={text ?? ""}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") take(event.currentTarget.value);
      }}
    />
  );
}
