import {
  IconBell,
  IconBellCog,
  IconBellRinging,
  IconBuilding,
  IconChartBar,
  IconCpu,
  IconDatabase,
  IconDeviceMobileCheck,
  IconDeviceTv,
  IconFileSpreadsheet,
  IconFlag,
  IconHistory,
  IconId,
  IconInbox,
  IconKey,
  IconLayoutBoard,
  IconMap2,
  IconPlugConnected,
  IconTemperature,
  IconUsers,
} from "@tabler/icons-react";
import { type Action, mayDo } from "@/lib/core/access";
import { text } from "@/lib/core/text";

export interface NavEntry {
  readonly label: string;
  /** Where there is room for one word only: the bar of a phone. */
  readonly short?: string;
  readonly href: string;
  readonly icon: typeof IconInbox;
  /** Who may not do this does not see the entry. */
  readonly needs: Action;
  /** Is this path one of its pages? */
  readonly holds: (path: string) => boolean;
  /** What waits there is counted beside it. */
  readonly counts?: "alerts";
}

const below = (href: string) => (path: string) => path === href || path.startsWith(`${href}/`);

/** For everybody: the rail's own icons, from the top. */
export const MAIN_PAGES: readonly NavEntry[] = [
  {
    label: text("Live floor"),
    short: text("Floors"),
    needs: "floor:read",
    href: "/",
    icon: IconLayoutBoard,
    holds: (path) => path === "/" || below("/floors")(path),
  },
  {
    label: text("Devices"),
    needs: "source:read",
    href: "/devices",
    icon: IconDeviceMobileCheck,
    holds: below("/devices"),
  },
  { label: text("History"), needs: "space:read", href: "/history", icon: IconChartBar, holds: below("/history") },
  { label: text("Visitors"), needs: "floor:read", href: "/visitors", icon: IconId, holds: below("/visitors") },
  {
    label: text("Alerts"),
    needs: "alert:read",
    href: "/alerts",
    icon: IconBell,
    holds: below("/alerts"),
    counts: "alerts",
  },
];

const page = (label: string, needs: Action, href: string, icon: typeof IconInbox): NavEntry => ({
  label,
  needs,
  href,
  icon,
  holds: below(href),
});

/** Behind the gear. A page is added by a line here; its name stands in `text(…)`. */
export const ADMIN_PAGES: readonly NavEntry[] = [
  page(text("Getting started"), "site:create", "/admin/start", IconFlag),
  page(text("Spaces"), "space:write", "/admin/spaces", IconBuilding),
  page(text("Floor plans"), "plan:write", "/admin/plans", IconMap2),
  page(text("Sources"), "source:assign", "/admin/sources", IconCpu),
  page(text("Air limits"), "space:write", "/admin/thresholds", IconTemperature),
  page(text("Screens"), "space:write", "/admin/kiosks", IconDeviceTv),
  page(text("Alert rules"), "rule:write", "/admin/alert-rules", IconBellCog),
  page(text("Notifications"), "rule:write", "/admin/notifications", IconBellRinging),
  page(text("Import and export"), "space:write", "/admin/import", IconFileSpreadsheet),
  page(text("Vendors"), "vendor:configure", "/admin/vendors", IconPlugConnected),
  page(text("Webhook inbox"), "delivery:read", "/admin/deliveries", IconInbox),
  page(text("People"), "user:read", "/admin/people", IconUsers),
  page(text("Storage"), "settings:read", "/admin/storage", IconDatabase),
  page(text("Audit log"), "audit:read", "/admin/audit", IconHistory),
  page(text("API tokens"), "token:write", "/admin/tokens", IconKey),
];

/** What a person sees in the menus; the pages themselves ask again who it is. */
export const pagesFor = (pages: readonly NavEntry[], { role }: { role: string }): readonly NavEntry[] =>
  pages.filter(({ needs }) => mayDo(role, needs));
