import { IconArmchair, IconFilter } from "@tabler/icons-react";
import { lazy } from "react";
import { OpensLater } from "@/components/later/OpensLater";
import { useText } from "@/components/text/TextProvider";
import classes from "./FloorBar.module.css";
import { wishCount } from "./floor-filter";
import { LayoutSwitch } from "./LayoutSwitch";
import type { FloorLayout, FloorView } from "./use-floor-view";
import { ViewSwitch } from "./ViewSwitch";

const loadFilter = () => import("./FilterPopover").then(({ FilterPopover }) => ({ default: FilterPopover }));
const FilterPopover = lazy(loadFilter);

interface FloorBarProps {
  readonly floorView: FloorView;
  readonly layout: FloorLayout;
  readonly hasPlan: boolean;
  readonly choices: { readonly types: readonly string[]; readonly tags: readonly string[] };
}

/** What of the floor is shown, as what, and narrowed to what. */
export function FloorBar({ floorView, layout, hasPlan, choices }: FloorBarProps) {
  const t = useText();
  const { show, showAs, lay, wish, wishFor } = floorView;
  const count = wishCount(wish);
  const filter = (
    <button type="button" className={classes.button}>
      <IconFilter size={16} stroke={1.75} aria-hidden />
      <span className={classes.label}>{t("Filter")}</span>
      {count > 0 ? <span className={classes.number}>{count}</span> : null}
    </button>
  );
  return (
    <div className={classes.bar}>
      <div className={classes.views}>
        <ViewSwitch show={show} onShow={showAs} />
      </div>
      <div className={classes.tools}>
        <div className={classes.layouts}>
          <LayoutSwitch layout={layout} onLayout={lay} hasPlan={hasPlan} />
        </div>
        <OpensLater button={filter} popup="dialog" load={loadFilter}>
          {(button) => <FilterPopover button={button} wish={wish} onWish={wishFor} choices={choices} />}
        </OpensLater>
        <button
          type="button"
          className={classes.button}
          aria-pressed={wish.find}
          onClick={() => wishFor({ find: !wish.find })}
        >
          <IconArmchair size={16} stroke={1.75} aria-hidden />
          <span className={classes.label}>{t("Find a room")}</span>
        </button>
      </div>
    </div>
  );
}
