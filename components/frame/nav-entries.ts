import { IconCpu, IconFlag, IconInbox, IconKey, IconLayoutBoard, IconPlugConnected } from "@tabler/icons-react";
import { type Action, mayDo } from "@/lib/core/access";

export interface NavEntry {
  readonly label: string;
  readonly href: string;
  readonly icon: typeof IconInbox;
  /** Who may not do this does not see the entry. */
  readonly needs: Action;
  /** Is this path one of its pages? */
  readonly holds: (path: string) => boolean;
}

const below = (href: string) => (path: string) => path === href || path.startsWith(`${href}/`);

/** For everybody: the rail's own icons, from the top. */
export const MAIN_PAGES: readonly NavEntry[] = [
  {
    label: "Live floor",
    needs: "floor:read",
    href: "/",
    icon: IconLayoutBoard,
    holds: (path) => path === "/" || below("/floors")(path),
  },
];

/** Behind the gear. A page is added by a line here. */
export const ADMIN_PAGES: readonly NavEntry[] = [
  { label: "Sources", needs: "source:assign", href: "/admin/sources", icon: IconCpu, holds: below("/admin/sources") },
  {
    label: "Getting started",
    needs: "site:create",
    href: "/admin/start",
    icon: IconFlag,
    holds: below("/admin/start"),
  },
  {
    label: "Vendors",
    needs: "vendor:configure",
    href: "/admin/vendors",
    icon: IconPlugConnected,
    holds: below("/admin/vendors"),
  },
  {
    label: "Webhook inbox",
    needs: "delivery:read",
    href: "/admin/deliveries",
    icon: IconInbox,
    holds: below("/admin/deliveries"),
  },
  { label: "API tokens", needs: "token:write", href: "/admin/tokens", icon: IconKey, holds: below("/admin/tokens") },
];

/** What a person sees in the menus; the pages themselves ask again who it is. */
export const pagesFor = (pages: readonly NavEntry[], { role }: { role: string }): readonly NavEntry[] =>
  pages.filter(({ needs }) => mayDo(role, needs));
