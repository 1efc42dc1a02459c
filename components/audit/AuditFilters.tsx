import { Button, Select, TextInput } from "@mantine/core";
import { DateTime } from "luxon";
import type { AuditChoices } from "@/lib/core/audit";
import { actionWords } from "@/lib/core/audit-words";
import classes from "./Audit.module.css";
import { type AuditChoice, type AuditView, isFiltered, isInOrder, RANGE_NAMES, RANGES } from "./use-audit-view";

const ranges = RANGE_NAMES.map((value) => ({ value, label: RANGES[value].label }));
const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, label: name }));

/** What of the log is shown. Everything is in the address. */
export function AuditFilters({ choices, view }: { readonly choices: AuditChoices; readonly view: AuditView }) {
  const { choice, choose, clear } = view;
  const actions = choices.actions.map((value) => ({ value, label: actionWords(value) }));
  const pick = { size: "sm", clearable: true, searchable: true } as const;
  return (
    <search className={classes.filters} aria-label="Filter the audit log">
      <SearchText key={choice.text} text={choice.text} onChoose={(text) => choose({ text })} />
      <Select
        {...pick}
        aria-label="Who"
        placeholder="Anybody"
        data={named(choices.actors)}
        value={choice.actor}
        onChange={(actor) => choose({ actor })}
      />
      <Select
        {...pick}
        aria-label="What"
        placeholder="Anything"
        data={actions}
        value={choice.action}
        onChange={(action) => choose({ action })}
      />
      {choices.sites.length > 1 ? (
        <Select
          {...pick}
          aria-label="Site"
          placeholder="Any site"
          data={named(choices.sites)}
          value={choice.site}
          onChange={(site) => choose({ site })}
        />
      ) : null}
      <Select
        size="sm"
        aria-label="When"
        data={ranges}
        value={choice.range}
        onChange={(range) => range && choose({ range })}
        allowDeselect={false}
      />
      {choice.range === "span" ? <Span choice={choice} choose={choose} /> : null}
      {isFiltered(choice) ? (
        <Button variant="subtle" color="gray" size="sm" onClick={clear}>
          Clear
        </Button>
      ) : null}
    </search>
  );
}

interface SearchTextProps {
  readonly text: string | null;
  readonly onChoose: (text: string | null) => void;
}

/** Taken over with Enter or when it is left. */
function SearchText({ text, onChoose }: SearchTextProps) {
  const take = (typed: string) => {
    const next = typed.trim() || null;
    if (next !== text) onChoose(next);
  };
  return (
    <TextInput
      size="sm"
      aria-label="Search"
      placeholder="Search names and values"
      maxLength={200}
      defaultValue={text ?? ""}
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

function Span({ choice, choose }: { readonly choice: AuditChoice; readonly choose: AuditView["choose"] }) {
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
