import { IconList } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import classes from "./LegendSheet.module.css";

const BottomSheet = lazy(() => import("./BottomSheet").then(({ BottomSheet }) => ({ default: BottomSheet })));

/** On a phone the legend lies in a sheet behind its name. */
export function LegendSheet({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const [isOpen, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <button type="button" className={classes.button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <IconList size={16} stroke={1.75} aria-hidden /> {t("Legend")}
      </button>
      {isOpen === null ? null : (
        <Suspense>
          <BottomSheet isOpen={isOpen} onClose={() => setOpen(false)} title={t("Legend")}>
            {children}
          </BottomSheet>
        </Suspense>
      )}
    </>
  );
}
