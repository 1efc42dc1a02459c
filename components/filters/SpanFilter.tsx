import { TextInput } from "@mantine/core";
import { DateTime } from "luxon";
import { useText } from "@/components/text/TextProvider";
import { isInOrder, type TimeRange } from "./time-range";

const local = (at: Date | null) => (at === null ? "" : DateTime.fromJSDate(at).toFormat("yyyy-MM-dd'T'HH:mm"));

function read(text: string): Date | null {
  const at = DateTime.fromISO(text);
  return at.isValid ? at.toJSDate() : null;
}

interface SpanFilterProps {
  readonly choice: TimeRange;
  readonly choose: (change: { readonly from: Date | null } | { readonly to: Date | null }) => void;
}

/** From when to when, in the time of who looks. */
export function SpanFilter({ choice, choose }: SpanFilterProps) {
  const t = useText();
  return (
    <>
      <TextInput
        size="sm"
        type="datetime-local"
        aria-label={t("From")}
        defaultValue={local(choice.from)}
        onChange={(event) => choose({ from: read(event.currentTarget.value) })}
      />
      <TextInput
        size="sm"
        type="datetime-local"
        aria-label={t("To")}
        defaultValue={local(choice.to)}
        onChange={(event) => choose({ to: read(event.currentTarget.value) })}
        error={isInOrder(choice) ? null : t("Must be after the first")}
      />
    </>
  );
}
