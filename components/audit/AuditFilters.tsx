import { Button, Select } from "@mantine/core";
import { SpanFilter } from "@/components/filters/SpanFilter";
import { TextFilter } from "@/components/filters/TextFilter";
import { useText } from "@/components/text/TextProvider";
import type { AuditChoices } from "@/lib/core/audit";
import { actionWords } from "@/lib/core/audit-words";
import classes from "./Audit.module.css";
import { type AuditView, isFiltered, RANGE_NAMES, RANGES } from "./use-audit-view";

const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, label: name }));

/** What of the log is shown. Everything is in the address. */
export function AuditFilters({ choices, view }: { readonly choices: AuditChoices; readonly view: AuditView }) {
  const t = useText();
  const { choice, choose, clear } = view;
  const actions = choices.actions.map((value) => ({ value, label: actionWords(value, t) }));
  const pick = { size: "sm", clearable: true, searchable: true } as const;
  return (
    <search className={classes.filters} aria-label={t("Filter the audit log")}>
      <TextFilter
        key={choice.text}
        label={t("Search")}
        placeholder={t("Search names and values")}
        text={choice.text}
        onChoose={(text) => choose({ text })}
      />
      <Select
        {...pick}
        aria-label={t("Who")}
        placeholder={t("Anybody")}
        data={named(choices.actors)}
        value={choice.actor}
        onChange={(actor) => choose({ actor })}
      />
      <Select
        {...pick}
        aria-label={t("What")}
        placeholder={t("Anything")}
        data={actions}
        value={choice.action}
        onChange={(action) => choose({ action })}
      />
      {choices.sites.length > 1 ? (
        <Select
          {...pick}
          aria-label={t("Site")}
          placeholder={t("Any site")}
          data={named(choices.sites)}
          value={choice.site}
          onChange={(site) => choose({ site })}
        />
      ) : null}
      <Select
        size="sm"
        aria-label={t("When")}
        data={RANGE_NAMES.map((value) => ({ value, label: t(RANGES[value].label) }))}
        value={choice.range}
        onChange={(range) => range && choose({ range })}
        allowDeselect={false}
      />
      {choice.range === "span" ? <SpanFilter choice={choice} choose={choose} /> : null}
      {isFiltered(choice) ? (
        <Button variant="subtle" color="gray" size="sm" onClick={clear}>
          {t("Clear")}
        </Button>
      ) : null}
    </search>
  );
}
