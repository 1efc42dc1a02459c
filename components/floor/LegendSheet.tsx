import { Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconList } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useText } from "@/components/text/TextProvider";
import classes from "./LegendSheet.module.css";

/** On a phone the legend lies in a sheet behind its name. */
export function LegendSheet({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <button type="button" className={classes.button} aria-haspopup="dialog" onClick={open}>
        <IconList size={16} stroke={1.75} aria-hidden /> {t("Legend")}
      </button>
      <Drawer opened={isOpen} onClose={close} position="bottom" size="auto" title={t("Legend")}>
        {children}
      </Drawer>
    </>
  );
}
