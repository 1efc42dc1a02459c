import { Button, Textarea } from "@mantine/core";
import { type Ref, useState } from "react";
import { useText } from "@/components/text/TextProvider";

interface CommentFormProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  /** Resolves to whether it was kept. */
  readonly onComment: (text: string) => Promise<boolean>;
}

/** A few words for the timeline. Ctrl or ⌘ with Enter sends them. */
export function CommentForm({ ref, onComment }: CommentFormProps) {
  const t = useText();
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (text.trim() === "" || isBusy) return;
    setBusy(true);
    if (await onComment(text.trim())) setText("");
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        ref={ref}
        aria-label={t("Comment")}
        placeholder={t("What was found, what was done")}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      {text.trim() === "" ? null : (
        <Button type="submit" size="xs" mt={8} loading={isBusy}>
          {t("Add the comment")}
        </Button>
      )}
    </form>
  );
}
