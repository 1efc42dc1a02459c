import { Menu } from "@mantine/core";
import Link from "next/link";
import { OpenedMenu } from "@/components/later/OpenedMenu";
import type { ButtonElement } from "@/components/later/OpensLater";
import { useText } from "@/components/text/TextProvider";
import classes from "./AdminPagesMenu.module.css";
import type { NavEntry } from "./nav-entries";

interface AdminPagesMenuProps {
  readonly button: ButtonElement;
  readonly pages: readonly NavEntry[];
  readonly path: string;
  /** Under the thumb, where the button says what it is. */
  readonly isPhone: boolean;
}

/** The pages of admins, behind one button. */
export function AdminPagesMenu({ button, pages, path, isPhone }: AdminPagesMenuProps) {
  const t = useText();
  const place = isPhone
    ? ({ position: "top-end", width: 240 } as const)
    : ({ position: "right-end", width: 200, offset: 12 } as const);
  return (
    <OpenedMenu button={button} {...place}>
      {isPhone ? null : <Menu.Label>{t("Admin")}</Menu.Label>}
      {pages.map(({ label, href, icon: Icon, holds }) => (
        <Menu.Item
          key={href}
          component={Link}
          href={href}
          aria-current={holds(path) ? "page" : undefined}
          className={classes.page}
          data-phone={isPhone || undefined}
          leftSection={<Icon size={16} stroke={1.75} />}
        >
          {t(label)}
        </Menu.Item>
      ))}
    </OpenedMenu>
  );
}
