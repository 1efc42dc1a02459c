import { useText } from "@/components/text/TextProvider";
import classes from "./LayoutSwitch.module.css";
import { FLOOR_SHOWS, type FloorShow, showWords } from "./views/floor-shows";

interface ViewSwitchProps {
  readonly show: FloorShow;
  readonly onShow: (show: FloorShow) => void;
}

/** On a phone the row is longer than the screen: what is chosen stands in its middle. */
function toMiddle(button: HTMLButtonElement | null) {
  const row = button?.parentElement?.parentElement;
  if (!row) return;
  const [own, all] = [button.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += own.left + own.width / 2 - (all.left + all.width / 2);
}

/** What of the spaces is shown: one at a time, on plan, cards and table alike. */
export function ViewSwitch({ show: current, onShow }: ViewSwitchProps) {
  const t = useText();
  return (
    <div className={classes.switch} data-scrolls role="toolbar" aria-label={t("View")}>
      {FLOOR_SHOWS.map((show) => {
        const { word, short } = showWords(show, t);
        return (
          <button
            key={show}
            ref={show === current ? toMiddle : undefined}
            type="button"
            aria-pressed={show === current}
            title={word}
            onClick={() => onShow(show)}
          >
            <span className={classes.long}>{word}</span>
            <span className={classes.short}>{short}</span>
          </button>
        );
      })}
    </div>
  );
}
