import { useText } from "@/components/text/TextProvider";
import classes from "./LayoutSwitch.module.css";
import { FLOOR_SHOWS, type FloorShow, showWords } from "./views/floor-shows";

interface ViewSwitchProps {
  readonly show: FloorShow;
  readonly onShow: (show: FloorShow) => void;
}

/** What of the spaces is shown: one at a time, on plan, cards and table alike. */
export function ViewSwitch({ show: current, onShow }: ViewSwitchProps) {
  const t = useText();
  return (
    <div className={classes.switch} data-scrolls role="toolbar" aria-label={t("View")}>
      {FLOOR_SHOWS.map((show) => {
        const { word, short } = showWords(show, t);
        return (
          <button key={show} type="button" aria-pressed={show === current} title={word} onClick={() => onShow(show)}>
            <span className={classes.long}>{word}</span>
            <span className={classes.short}>{short}</span>
          </button>
        );
      })}
    </div>
  );
}
