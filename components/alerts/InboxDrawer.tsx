import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { CloseButton } from "@/components/frame/CloseButton";
import type { AlertFacets } from "@/lib/core/alert";
import { OrderSwitch, PlaceMenu, SaveView } from "./AlertsBar";
import classes from "./AlertsScreen.module.css";
import type { Says } from "./alert-words";
import type { AlertsView } from "./use-alerts-view";

/** What lies over the list where there is no room beside it. */
export type DrawerName = "alert" | "filters" | "handover";

interface InboxDrawerProps {
  /** Null: closed. */
  readonly shown: DrawerName | null;
  readonly view: AlertsView;
  readonly facets: AlertFacets | null;
  readonly says: Says;
  readonly isPhone: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

// Not className on Drawer.Content: that would paint the whole screen.
const drawerClasses = { content: classes.drawer ?? "" };

/** One alert, what happened since, or the views and filters, over the list. */
export function InboxDrawer({ shown, view, facets, says, isPhone, onClose, children }: InboxDrawerProps) {
  const { t } = says;
  const isFilters = shown === "filters";
  const label = isFilters ? t("Views") : shown === "handover" ? t("What happened") : t("Alert");
  return (
    <Drawer.Root
      opened={shown !== null}
      onClose={onClose}
      position={isFilters ? "left" : "right"}
      size={isPhone ? "100%" : isFilters ? 280 : 480}
      padding={0}
      classNames={drawerClasses}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={label}>
        {isFilters ? (
          <div className={classes.closing}>
            <CloseButton onClick={onClose} />
          </div>
        ) : null}
        {isFilters && isPhone ? (
          <div className={classes.drawerTools}>
            <OrderSwitch view={view} says={says} />
            <PlaceMenu view={view} facets={facets} says={says} />
            <SaveView search={view.search} says={says} />
          </div>
        ) : null}
        {children}
      </Drawer.Content>
    </Drawer.Root>
  );
}
