import { IconInbox, IconLayoutBoard, IconPlugConnected } from "@tabler/icons-react";

export interface NavEntry {
  readonly label: string;
  readonly href: string;
  readonly icon: typeof IconInbox;
  /** Is this path one of its pages? */
  readonly holds: (path: string) => boolean;
}

const below = (href: string) => (path: string) => path === href || path.startsWith(`${href}/`);

/** For everybody: the rail's own icons, from the top. */
export const MAIN_PAGES: readonly NavEntry[] = [
  { label: "Live floor", href: "/", icon: IconLayoutBoard, holds: (path) => path === "/" || below("/floors")(path) },
];

/** For admins only: behind the gear. A page is added by a line here. */
export const ADMIN_PAGES: readonly NavEntry[] = [
  { label: "Vendors", href: "/admin/vendors", icon: IconPlugConnected, holds: below("/admin/vendors") },
  { label: "Webhook inbox", href: "/admin/deliveries", icon: IconInbox, holds: below("/admin/deliveries") },
];

/** What a person sees in the menus; the pages themselves ask again who it is. */
export const isAdmin = ({ role }: { role: string }): boolean => role === "admin";
