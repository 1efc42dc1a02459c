import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { PlainButton } from "@/components/button/PlainButton";
import { useText } from "@/components/text/TextProvider";
import classes from "./SchemeToggle.module.css";

/** Light or dark by one click. CSS picks the icon, so that the server need not know the scheme. */
export function SchemeToggle() {
  const t = useText();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: true });
  return (
    <PlainButton
      look="quiet"
      square={32}
      aria-label={t("Switch between light and dark")}
      className={classes.toggle}
      onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
    >
      <IconMoon size={18} stroke={1.75} className={classes.moon} />
      <IconSun size={18} stroke={1.75} className={classes.sun} />
    </PlainButton>
  );
}
