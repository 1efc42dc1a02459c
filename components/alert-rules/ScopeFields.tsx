import { MultiSelect, TagsInput } from "@mantine/core";
import { useMemo } from "react";
import { useText } from "@/components/text/TextProvider";
import type { RuleScope } from "@/lib/core/alert-rule";
import type { Places } from "@/lib/core/places";

interface ScopeFieldsProps {
  readonly scope: RuleScope;
  readonly places: Places | null;
  readonly onChange: (scope: RuleScope) => void;
}

/** What is left out does not matter. */
function without<K extends keyof RuleScope>(scope: RuleScope, key: K): Omit<RuleScope, K> {
  const { [key]: _, ...rest } = scope;
  return rest;
}

/** Where a rule counts. */
export function ScopeFields({ scope, places, onChange }: ScopeFieldsProps) {
  const t = useText();
  const options = useMemo(
    () =>
      [...(places?.byId.values() ?? [])].map(({ id, name }) => ({
        value: id,
        label: [name, places?.above(id)].filter(Boolean).join(" · "),
      })),
    [places],
  );
  const known = new Set(options.map(({ value }) => value));
  const hidden = (scope.within ?? []).filter((id) => !known.has(id));
  return (
    <>
      <MultiSelect
        label={t("Where")}
        placeholder={scope.within?.length ? "" : t("Everywhere")}
        description={t("Sites, floors or rooms, each with all that is in it.")}
        searchable
        limit={40}
        data={[...options, ...hidden.map((id) => ({ value: id, label: t("another place") }))]}
        value={scope.within ?? []}
        onChange={(within) => onChange(within.length === 0 ? without(scope, "within") : { ...scope, within })}
      />
      <TagsInput
        label={t("Only with one of these tags")}
        placeholder={scope.tags?.length ? "" : t("Any")}
        maxTags={50}
        value={scope.tags ?? []}
        onChange={(tags) => onChange(tags.length === 0 ? without(scope, "tags") : { ...scope, tags })}
      />
    </>
  );
}
