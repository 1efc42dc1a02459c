import { IconLayoutGrid, IconMap2, type TablerIcon } from "@tabler/icons-react";
import classes from "./LayoutSwitch.module.css";
import type { FloorLayout } from "./use-floor-view";

const LAYOUTS: readonly { readonly layout: FloorLayout; readonly word: string; readonly Icon: TablerIcon }[] = [
  { layout: "plan", word: "Plan", Icon: IconMap2 },
  { layout: "cards", word: "Cards", Icon: IconLayoutGrid },
];

interface LayoutSwitchProps {
  readonly layout: FloorLayout;
  readonly onLayout: (layout: FloorLayout) => void;
}

/** Plan or cards: two views of the same facts. */
export function LayoutSwitch({ layout: current, onLayout }: LayoutSwitchProps) {
  return (
    <div className={classes.switch} role="toolbar" aria-label="Layout">
      {LAYOUTS.map(({ layout, word, Icon }) => (
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
