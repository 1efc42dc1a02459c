"use client";

import { Drawer } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useEffect } from "react";
import { FeedStrip } from "@/components/feeds/FeedStrip";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { learnServerTime } from "@/lib/client/server-clock";
import { useIsPhone, useIsWide } from "@/lib/client/use-media";
import { DeliveryPanel } from "./DeliveryPanel";
import { FeedCards } from "./FeedCards";
import { InboxFilters } from "./InboxFilters";
import { InboxLog } from "./InboxLog";
import classes from "./InboxScreen.module.css";
import { UnhandledTypes } from "./UnhandledTypes";
import { useInboxView } from "./use-inbox-view";

interface InboxScreenProps {
  /** The server's clock when the page was made. */
  readonly now: string;
  readonly user: FrameUser;
}

// Not className on Drawer.Content: that would paint the whole screen.
const drawerClasses = { content: classes.drawer ?? "" };
const nothing = () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every webhook that came in, how the feeds do, and what became of one. */
export function InboxScreen({ now, user }: InboxScreenProps) {
  const t = useText();
  const started = Date.parse(now);
  const view = useInboxView();
  const isWide = useIsWide();
  const isPhone = useIsPhone();
  useEffect(() => learnServerTime(now), [now]);
  useHotkeys([["Escape", view.close]]);

  const panel = view.openId && <DeliveryPanel key={view.openId} id={view.openId} onClose={view.close} />;
  return (
    <AppFrame
      user={user}
      header={<h1 className={classes.title}>{t("Webhook inbox")}</h1>}
      aside={null}
      onAsideClose={nothing}
      footer={null}
    >
      <div className={classes.page}>
        <div className={classes.main}>
          <div className={classes.strip}>
            <FeedStrip started={started} timeZone={browserZone()} />
          </div>
          <div className={classes.cards}>
            <FeedCards started={started} />
          </div>
          <UnhandledTypes
            onChoose={(vendor, type) => view.choose({ vendor, type, outcome: "unhandled", range: "24h" })}
          />
          <InboxFilters view={view} />
          <InboxLog view={view} started={started} isPhone={isPhone} />
        </div>
        {isWide && panel ? <aside className={classes.aside}>{panel}</aside> : null}
      </div>
      {isWide ? null : (
        <Drawer.Root
          opened={Boolean(panel)}
          onClose={view.close}
          position="right"
          size={isPhone ? "100%" : 480}
          padding={0}
          classNames={drawerClasses}
        >
          <Drawer.Overlay />
          <Drawer.Content aria-label={t("Delivery")}>{panel}</Drawer.Content>
        </Drawer.Root>
      )}
    </AppFrame>
  );
}
