import { Button, Select, TextInput } from "@mantine/core";
import { DateTime } from "luxon";
import { vendorName } from "@/components/vendors/vendor-name";
import { DELIVERY_OUTCOMES } from "@/lib/core/delivery";
import { VENDORS } from "@/lib/core/observation";
import classes from "./InboxFilters.module.css";
import { OUTCOME_WORD } from "./inbox-words";
import { type InboxChoice, type InboxView, isInOrder, RANGE_NAMES, RANGES } from "./use-inbox-view";

const ANY_VENDOR = "Any vendor";
const ANY_OUTCOME = "Any outcome";

const vendors = VENDORS.map((value) => ({ value, label: vendorName(value) }));
const outcomes = DELIVERY_OUTCOMES.map((value) => ({ value, label: OUTCOME_WORD[value] }));
const ranges = RANGE_NAMES.map((value) => ({ value, label: RANGES[value].label }));

/** What of the log is shown. Everything is in the address. */
export function InboxFilters({ view: { choice, choose, clear } }: { readonly view: InboxView }) {
  const isFiltered =
    choice.vendor !== null || choice.outcome !== null || choice.type !== null || choice.range !== "24h";
  return (
    <search className={classes.filters} aria-label="Filter deliveries">
      <Select
        size="sm"
        aria-label="Vendor"
        placeholder={ANY_VENDOR}
        data={vendors}
        value={choice.vendor}
        onChange={(vendor) => choose({ vendor })}
        clearable
      />
      <Select
        size="sm"
        aria-label="Outcome"
        placeholder={ANY_OUTCOME}
        data={outcomes}
        value={choice.outcome}
        onChange={(outcome) => choose({ outcome })}
        clearable
      />
      <TypeFilter key={choice.type} type={choice.type} onChoose={(type) => choose({ type })} />
      <Select
        size="sm"
        aria-label="Received"
        data={ranges}
        value={choice.range}
        onChange={(range) => range && choose({ range })}
        allowDeselect={false}
      />
      {choice.range === "span" ? <Span choice={choice} choose={choose} /> : null}
      {isFiltered ? (
        <Button variant="subtle" color="gray" size="sm" onClick={clear}>
          Clear
        </Button>
      ) : null}
    </search>
  );
}

/** The whole name of a type; taken over with Enter or when it is left. */
function TypeFilter({
  type,
  onChoose,
}: {
  readonly type: string | null;
  readonly onChoose: (type: string | null) => void;
}) {
  const take = (text: string) => {
    const next = text.trim() || null;
    if (next !== type) onChoose(next);
  };
  return (
    <TextInput
      size="sm"
      aria-label="Event type"
      placeholder="Any event type"
      defaultValue={type ?? ""}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") take(event.currentTarget.value);
      }}
    />
  );
}

const local = (at: Date | null) => (at === null ? "" : DateTime.fromJSDate(at).toFormat("yyyy-MM-dd'T'HH:mm"));

function read(text: string): Date | null {
  const at = DateTime.fromISO(text);
  return at.isValid ? at.toJSDate() : null;
}

function Span({ choice, choose }: { readonly choice: InboxChoice; readonly choose: InboxView["choose"] }) {
  return (
    <>
      <TextInput
        size="sm"
        type="datetime-local"
        aria-label="From"
        defaultValue={local(choice.from)}
        onChange={(event) => choose({ from: read(event.currentTarget.value) })}
      />
      <TextInput
        size="sm"
        type="datetime-local"
        aria-label="To"
        defaultValue={local(choice.to)}
        onChange={(event) => choose({ to: read(event.currentTarget.value) })}
        error={isInOrder(choice) ? null : "Must be after the first"}
      />
    </>
  );
}
