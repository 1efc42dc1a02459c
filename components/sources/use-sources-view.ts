import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";

export const SOURCE_TABS = ["discover", "waiting", "walk", "assigned", "ignored"] as const;
export type SourceTab = (typeof SOURCE_TABS)[number];

/** Which tab is open, and which source: both live in the address. */
export function useSourcesView() {
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(SOURCE_TABS).withDefault("waiting"));
  const [sourceId, setSourceId] = useQueryState("source", parseAsString);
  return {
    tab,
    openTab: (next: SourceTab, source: string | null = null) => {
      void setTab(next);
      void setSourceId(source);
    },
    sourceId,
    select: (id: string | null) => void setSourceId(id),
  };
}

export type SourcesView = ReturnType<typeof useSourcesView>;
