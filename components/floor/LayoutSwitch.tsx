import { IconLayoutGrid, IconMap2, IconTable, type TablerIcon } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import classes from "./LayoutSwitch.module.css";
import type { FloorLayout } from "./use-floor-view";

interface LayoutSwitchProps {
  readonly layout: FloorLayout;
  readonly onLayout: (layout: FloorLayout) => void;
  /** A floor that nobody has drawn has no plan to switch to. */
  readonly hasPlan: boolean;
}

/** Plan, cards or table: equal views of the same facts. */
export function LayoutSwitch({ layout: current, onLayout, hasPlan }: LayoutSwitchProps) {
  const t = useText();
  const layouts: readonly { readonly layout: FloorLayout; readonly word: string; readonly Icon: TablerIcon }[] = [
    { layout: "plan", word: t("Plan"), Icon: IconMap2 },
    { layout: "cards", word: t("Cards"), Icon: IconLayoutGrid },
    { layout: "table", word: t("Table"), Icon: IconTable },
  ];
  return (
    <div className={classes.switch} role="toolbar" aria-label={t("Layout")}>
      {layouts
        .filter(({ layout }) => hasPlan || layout !== "plan")
        .map(({ layout, word, Icon }) => (
          <button
            key={layout}
            type="button"
            title={word}
            aria-pressed={layout === current}
            onClick={() => onLayout(layout)}
          >
            <Icon size={16} stroke={1.75} aria-hidden />
            <span className={classes.word}>{word}</span>
          </button>
        ))}
    </div>
  );
}
