"use client";

import { Tabs } from "@mantine/core";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { ReportsList } from "@/components/reports/ReportsList";
import { useText } from "@/components/text/TextProvider";
import { mayDo } from "@/lib/core/access";
import { ChannelsTab } from "./ChannelsTab";
import { EscalationTab } from "./EscalationTab";
import { LogTab } from "./LogTab";
import classes from "./Notifications.module.css";

const TABS = ["who", "channels", "sent", "reports"] as const;

/** Who is told of alerts, by what, and what came of it. */
export function NotificationsScreen({ user }: { readonly user: FrameUser }) {
  const t = useText();
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(TABS).withDefault("who"));
  const mayConfigure = mayDo(user.role, "settings:write");
  const words = { who: t("Who is told"), channels: t("Channels"), sent: t("Sent"), reports: t("Reports") };
  return (
    <AdminFrame user={user} trail={[{ label: t("Alerts"), href: "/alerts" }]} title={t("Notifications")}>
      <Tabs
        value={tab}
        onChange={(value) => void setTab(TABS.find((one) => one === value) ?? "who")}
        keepMounted={false}
      >
        <Tabs.List aria-label={t("Notifications")}>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one} disabled={one === "channels" && !mayConfigure}>
              {words[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="who">
          <EscalationTab mayConfigure={mayConfigure} />
        </Tabs.Panel>
        <Tabs.Panel value="channels">
          <ChannelsTab />
        </Tabs.Panel>
        <Tabs.Panel value="sent">
          <LogTab />
        </Tabs.Panel>
        <Tabs.Panel value="reports">
          <div className={classes.head}>
            <p className={classes.lead}>
              {t("Figures of a place, mailed every week or month. They are made on the page of History.")}
            </p>
          </div>
          <ReportsList isOwn={false} />
        </Tabs.Panel>
      </Tabs>
    </AdminFrame>
  );
}
