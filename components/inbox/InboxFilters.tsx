import { Button, Select } from "@mantine/core";
import { SpanFilter } from "@/components/filters/SpanFilter";
import { TextFilter } from "@/components/filters/TextFilter";
import { useText } from "@/components/text/TextProvider";
import { vendorName } from "@/components/vendors/vendor-name";
import { DELIVERY_OUTCOMES } from "@/lib/core/delivery";
import { VENDORS } from "@/lib/core/observation";
import classes from "./InboxFilters.module.css";
import { OUTCOME_WORD } from "./inbox-words";
import { type InboxView, RANGE_NAMES, RANGES } from "./use-inbox-view";

const vendors = VENDORS.map((value) => ({ value, label: vendorName(value) }));

/** What of the log is shown. Everything is in the address. */
export function InboxFilters({ view: { choice, choose, clear } }: { readonly view: InboxView }) {
  const t = useText();
  const isFiltered =
    choice.vendor !== null || choice.outcome !== null || choice.type !== null || choice.range !== "24h";
  return (
    <search className={classes.filters} aria-label={t("Filter deliveries")}>
      <Select
        size="sm"
        aria-label={t("Vendor")}
        placeholder={t("Any vendor")}
        data={vendors}
        value={choice.vendor}
        onChange={(vendor) => choose({ vendor })}
        clearable
      />
      <Select
        size="sm"
        aria-label={t("Outcome")}
        placeholder={t("Any outcome")}
        data={DELIVERY_OUTCOMES.map((value) => ({ value, label: t(OUTCOME_WORD[value]) }))}
        value={choice.outcome}
        onChange={(outcome) => choose({ outcome })}
        clearable
      />
      <TextFilter
        key={choice.type}
        label={t("Event type")}
        placeholder={t("Any event type")}
        text={choice.type}
        onChoose={(type) => choose({ type })}
      />
      <Select
        size="sm"
        aria-label={t("Received")}
        data={RANGE_NAMES.map((value) => ({ value, label: t(RANGES[value].label) }))}
        value={choice.range}
        onChange={(range) => range && choose({ range })}
        allowDeselect={false}
      />
      {choice.range === "span" ? <SpanFilter choice={choice} choose={choose} /> : null}
      {isFiltered ? (
        <Button variant="subtle" color="gray" size="sm" onClick={clear}>
          {t("Clear")}
        </Button>
      ) : null}
    </search>
  );
}
