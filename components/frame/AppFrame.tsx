"use client";

import { type CSSProperties, lazy, type ReactNode, Suspense, useState } from "react";
import { SessionKeeper } from "@/components/auth/SessionKeeper";
import { SearchButton } from "@/components/search/SearchButton";
import { useText } from "@/components/text/TextProvider";
import { useFollowAlerts } from "@/lib/client/use-alert-feed";
import { useIsWide } from "@/lib/client/use-media";
import classes from "./AppFrame.module.css";
import type { FrameUser } from "./frame-user";
import { OfflineWorker } from "./OfflineWorker";
import { PhoneBar } from "./PhoneBar";
import { Rail } from "./Rail";
import { SchemeToggle } from "./SchemeToggle";
import { UserMenu } from "./UserMenu";

interface AppFrameProps {
  readonly user: FrameUser;
  readonly header: ReactNode;
  /** Beside the page on a wide screen, over it from the right on a narrower one; null when nothing is open. */
  readonly aside: ReactNode;
  /** What the panel beside the page is about, for those who cannot see it. */
  readonly asideLabel?: string;
  /** px; when left out, as wide as the panel of a space. */
  readonly asideWidth?: number;
  readonly onAsideClose: () => void;
  readonly footer: ReactNode;
  /** What is shown may no longer be so. */
  readonly dimmed?: boolean;
  readonly children: ReactNode;
}

const NarrowAside = lazy(() => import("./NarrowAside").then(({ NarrowAside }) => ({ default: NarrowAside })));

/** Rail, header, page, side panel and footer. Chrome is quiet; the page gets the rest. */
export function AppFrame(props: AppFrameProps) {
  const t = useText();
  const {
    user,
    header,
    aside,
    asideWidth,
    asideLabel = t("Space"),
    onAsideClose,
    footer,
    dimmed = false,
    children,
  } = props;
  const isWide = useIsWide();
  const [wasOpened, setOpened] = useState(false);
  if (aside && !wasOpened) setOpened(true);
  useFollowAlerts();
  return (
    <div
      className={classes.frame}
      data-aside={(isWide && Boolean(aside)) || undefined}
      data-footer={Boolean(footer) || undefined}
      style={asideWidth === undefined ? undefined : ({ "--aside-width": `${asideWidth}px` } as CSSProperties)}
    >
      <SessionKeeper />
      <OfflineWorker />
      <nav className={classes.rail} aria-label={t("Main")}>
        <Rail user={user} />
      </nav>
      <header className={classes.header}>
        {header}
        <SearchButton role={user.role} />
        <SchemeToggle />
        <UserMenu user={user} />
      </header>
      <main className={classes.main} data-dimmed={dimmed || undefined}>
        {children}
      </main>
      {isWide ? <aside className={classes.aside}>{aside}</aside> : null}
      {isWide || !wasOpened ? null : (
        <Suspense>
          <NarrowAside label={asideLabel} onClose={onAsideClose}>
            {aside}
          </NarrowAside>
        </Suspense>
      )}
      <footer className={classes.footer} data-empty={!footer || undefined}>
        <div className={classes.footerLine}>{footer}</div>
        <PhoneBar user={user} />
      </footer>
    </div>
  );
}
