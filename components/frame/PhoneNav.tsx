import { Menu } from "@mantine/core";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { FrameUser } from "./frame-user";
import { ADMIN_PAGES, MAIN_PAGES, pagesFor } from "./nav-entries";
import classes from "./PhoneNav.module.css";

/** The rail's pages as lines of the account menu, where there is no room for a rail. */
export function PhoneNav({ user }: { user: FrameUser }) {
  const path = usePathname();
  const pages = pagesFor([...MAIN_PAGES, ...ADMIN_PAGES], user);
  if (pages.length < 2) return null; // there is one page, and they are on it
  return (
    <div className={classes.pages}>
      {pages.map(({ label, href, icon: Icon, holds }) => (
        <Menu.Item
          key={href}
          component={Link}
          href={href}
          className={classes.page}
          aria-current={holds(path) ? "page" : undefined}
          leftSection={<Icon size={16} stroke={1.75} />}
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </div>
  );
}
