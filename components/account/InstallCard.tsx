import { Button } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import { type InstallWay, install, useInstallWay } from "@/lib/client/use-install";
import type { Text } from "@/lib/core/text";
import classes from "./Account.module.css";

/** How the product becomes an app on this device. */
export function InstallCard() {
  const t = useText();
  const way = useInstallWay();
  return (
    <section className={classes.card} aria-labelledby="install">
      <h2 id="install">{t("On this device")}</h2>
      {way === "installed" ? (
        <p className={classes.state}>
          <IconCircleCheck size={18} className={classes.ok} aria-hidden />
          {t("Installed as an app.")}
        </p>
      ) : (
        <p>{way === null ? null : wayWords(way, t)}</p>
      )}
      {way === "offered" ? (
        <Button variant="default" className={classes.start ?? ""} onClick={() => void install()}>
          {t("Install")}
        </Button>
      ) : null}
    </section>
  );
}

function wayWords(way: Exclude<InstallWay, "installed">, t: Text): string {
  switch (way) {
    case "offered":
      return t("Install it as an app: it opens from the home screen, without the browser around it.");
    case "by-share":
      return t("To keep it on the home screen, open the share menu and choose “Add to Home Screen”.");
    case "by-menu":
      return t("To keep it as an app, open the browser's menu and choose “Install” or “Add to Home screen”.");
    case "needs-https":
      return t("It can be installed as an app once it is opened by https.");
  }
}
