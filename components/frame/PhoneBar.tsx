import { IconDots } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { lazy } from "react";
import { PlainButton } from "@/components/button/PlainButton";
import { OpensLater } from "@/components/later/OpensLater";
import { useText } from "@/components/text/TextProvider";
import type { FrameUser } from "./frame-user";
import { NavCount } from "./NavCount";
import { ADMIN_PAGES, MAIN_PAGES, pagesFor } from "./nav-entries";
import classes from "./PhoneBar.module.css";

const loadMenu = () => import("./AdminPagesMenu").then(({ AdminPagesMenu }) => ({ default: AdminPagesMenu }));
const AdminPagesMenu = lazy(loadMenu);

/** The rail's pages under the thumb, where there is no room for a rail; the others behind the last item. */
export function PhoneBar({ user }: { user: FrameUser }) {
  const t = useText();
  const path = usePathname();
  return (
    <nav className={classes.bar} aria-label={t("Main")}>
      {pagesFor(MAIN_PAGES, user).map(({ label, short = label, href, icon: Icon, holds, counts }) => (
        <Link key={href} href={href} className={classes.item} aria-current={holds(path) ? "page" : undefined}>
          <span className={classes.icon}>
            <Icon size={22} stroke={1.75} aria-hidden />
            {counts ? <NavCount /> : null}
          </span>
          {t(short)}
        </Link>
      ))}
      <More user={user} path={path} />
    </nav>
  );
}

function More({ user, path }: { user: FrameUser; path: string }) {
  const t = useText();
  const pages = pagesFor(ADMIN_PAGES, user);
  if (pages.length === 0) return null;
  const button = (
    <PlainButton
      look="bare"
      className={classes.item}
      aria-current={pages.some(({ holds }) => holds(path)) ? "true" : undefined}
    >
      <IconDots size={22} stroke={1.75} aria-hidden />
      {t("More")}
    </PlainButton>
  );
  return (
    <OpensLater button={button} popup="menu" load={loadMenu}>
      {(button) => <AdminPagesMenu button={button} pages={pages} path={path} isPhone />}
    </OpensLater>
  );
}
