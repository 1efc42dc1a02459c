import { IconSettings } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { lazy } from "react";
import { PlainButton } from "@/components/button/PlainButton";
import { Hint } from "@/components/hint/Hint";
import { OpensLater } from "@/components/later/OpensLater";
import { useText } from "@/components/text/TextProvider";
import type { FrameUser } from "./frame-user";
import { Logo } from "./Logo";
import { NavCount } from "./NavCount";
import { ADMIN_PAGES, MAIN_PAGES, pagesFor } from "./nav-entries";
import classes from "./Rail.module.css";

const loadMenu = () => import("./AdminPagesMenu").then(({ AdminPagesMenu }) => ({ default: AdminPagesMenu }));
const AdminPagesMenu = lazy(loadMenu);

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
        <Hint key={href} label={t(label)} side="right" delayMs={0}>
          <Link href={href} className={classes.item} aria-current={holds(path) ? "page" : undefined}>
            <span className={classes.icon}>
              <Icon size={20} stroke={1.75} aria-hidden />
              <span className={classes.spoken}>{t(label)}</span>
              {counts ? <NavCount /> : null}
            </span>
          </Link>
        </Hint>
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
  const button = (
    <PlainButton
      look="bare"
      className={classes.item}
      data-place="end"
      aria-label={t("Admin")}
      aria-current={isHere || undefined}
      title={t("Admin")}
    >
      <IconSettings size={20} stroke={1.75} />
    </PlainButton>
  );
  return (
    <OpensLater button={button} popup="menu" load={loadMenu}>
      {(button) => <AdminPagesMenu button={button} pages={pages} path={path} isPhone={false} />}
    </OpensLater>
  );
}
