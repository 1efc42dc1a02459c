"use client";

import { AppShell, Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { SessionKeeper } from "@/components/auth/SessionKeeper";
import { SearchButton } from "@/components/search/SearchButton";
import { useText } from "@/components/text/TextProvider";
import { useFollowAlerts } from "@/lib/client/use-alert-feed";
import classes from "./AppFrame.module.css";
import type { FrameUser } from "./frame-user";
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

// Not className on Drawer.Content: that would paint the whole screen.
const drawerClasses = { content: classes.drawer ?? "" };

const PHONE_BAR_HEIGHT = "calc(56px + env(safe-area-inset-bottom))";

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
  const isWide = useMediaQuery("(min-width: 1200px)", true) ?? true;
  useFollowAlerts();
  return (
    <AppShell
      header={{ height: { base: "calc(56px + env(safe-area-inset-top))", sm: 56 } }}
      navbar={{ width: 56, breakpoint: 768, collapsed: { mobile: true } }}
      aside={{
        width: asideWidth ?? { base: 344, xl: 384 },
        breakpoint: 1200,
        collapsed: { desktop: !aside, mobile: true },
      }}
      footer={{ height: { base: PHONE_BAR_HEIGHT, sm: footer ? 44 : 0 } }}
      padding={0}
      layout="alt"
      transitionDuration={180}
    >
      <SessionKeeper />
      <AppShell.Navbar className={classes.rail} aria-label={t("Main")}>
        <Rail user={user} />
      </AppShell.Navbar>
      <AppShell.Header className={classes.header}>
        {header}
        <SearchButton role={user.role} />
        <SchemeToggle />
        <UserMenu user={user} />
      </AppShell.Header>
      <AppShell.Main className={classes.main} data-dimmed={dimmed || undefined}>
        {children}
      </AppShell.Main>
      {isWide ? <AppShell.Aside className={classes.aside}>{aside}</AppShell.Aside> : null}
      {isWide ? null : (
        <Drawer.Root
          opened={Boolean(aside)}
          onClose={onAsideClose}
          position="right"
          size={384}
          padding={0}
          classNames={drawerClasses}
        >
          <Drawer.Overlay />
          <Drawer.Content aria-label={asideLabel}>{aside}</Drawer.Content>
        </Drawer.Root>
      )}
      <AppShell.Footer className={classes.footer} data-empty={!footer || undefined}>
        <div className={classes.footerLine}>{footer}</div>
        <PhoneBar user={user} />
      </AppShell.Footer>
    </AppShell>
  );
}
