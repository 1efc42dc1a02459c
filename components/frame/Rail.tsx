import { Menu, Tooltip, UnstyledButton } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useText } from "@/components/text/TextProvider";
import type { FrameUser } from "./frame-user";
import { Logo } from "./Logo";
import { NavCount } from "./NavCount";
import { ADMIN_PAGES, MAIN_PAGES, pagesFor } from "./nav-entries";
import classes from "./Rail.module.css";

/** The ways to every page: icons, and for admins a gear with theirs behind it. */
export function Rail({ user }: { user: FrameUser }) {
  const t = useText();
  const path = usePathname();
  return (
    <>
      <Link href="/" aria-label={t("Occupancy")} className={classes.logo}>
        <Logo />
      </Link>
      {pagesFor(MAIN_PAGES, user).map(({ label, href, icon: Icon, holds, counts }) => (
        <Tooltip key={href} label={t(label)} position="right">
          <Link href={href} className={classes.item} aria-current={holds(path) ? "page" : undefined}>
            <span className={classes.icon}>
              <Icon size={20} stroke={1.75} aria-hidden />
              <span className={classes.spoken}>{t(label)}</span>
              {counts ? <NavCount /> : null}
            </span>
          </Link>
        </Tooltip>
      ))}
      <AdminMenu user={user} path={path} />
    </>
  );
}

function AdminMenu({ user, path }: { user: FrameUser; path: string }) {
  const t = useText();
  const pages = pagesFor(ADMIN_PAGES, user);
  if (pages.length === 0) return null;
  const isHere = pages.some(({ holds }) => holds(path));
  return (
    <Menu position="right-end" shadow="md" width={200} offset={12}>
      <Menu.Target>
        <UnstyledButton
          className={classes.item}
          data-place="end"
          aria-label={t("Admin")}
          aria-current={isHere || undefined}
          title={t("Admin")}
        >
          <IconSettings size={20} stroke={1.75} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("Admin")}</Menu.Label>
        {pages.map(({ label, href, icon: Icon, holds }) => (
          <Menu.Item
            key={href}
            component={Link}
            href={href}
            aria-current={holds(path) ? "page" : undefined}
            className={classes.entry}
            leftSection={<Icon size={16} stroke={1.75} />}
          >
            {t(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
