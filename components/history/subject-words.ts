import type { HistoryChoices } from "@/lib/core/history-choices";
import type { Text } from "@/lib/core/text";
import { kindWords, placePath } from "./SubjectPicker";
import type { HistoryView } from "./use-history-view";

interface Asked {
  readonly view: Pick<HistoryView, "spaces" | "kind" | "type" | "tag">;
  readonly choices: HistoryChoices;
  readonly within: string;
}

/** "Riverside / Alder House: rooms", or the names of the chosen spaces. */
export function subjectWords(
  { view, choices, within }: Asked,
  spaces: readonly { readonly id: string; readonly name: string }[],
  t: Text,
): string {
  if (view.spaces !== null) {
    const names = spaces.filter(({ id }) => view.spaces?.split(",").includes(id)).map(({ name }) => name);
    if (names.length === 0) return t("Chosen spaces");
    return names.length > 2 ? t("{count} spaces", { count: names.length }) : names.join(", ");
  }
  const type = choices.types.find(({ id }) => id === view.type)?.name;
  const place = placePath(within, choices);
  const what = [type ?? kindWords(view.kind, t), view.tag].filter(Boolean).join(", ");
  return t("{place}: {what}", { place, what });
}
