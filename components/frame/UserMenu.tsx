import { lazy } from "react";
import { PlainButton } from "@/components/button/PlainButton";
import { OpensLater } from "@/components/later/OpensLater";
import { useText } from "@/components/text/TextProvider";
import type { FrameUser } from "./frame-user";
import classes from "./UserMenu.module.css";

const loadList = () => import("./UserMenuList").then(({ UserMenuList }) => ({ default: UserMenuList }));
const UserMenuList = lazy(loadList);

const initials = (name: string) =>
  name
    .split(/[\s._-]+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("") || "?";

/** Who is signed in; behind it the colour scheme and the way out. */
export function UserMenu({ user }: { user: FrameUser }) {
  const t = useText();
  const button = (
    <PlainButton look="bare" className={classes.avatar} aria-label={t("Account of {name}", { name: user.name })}>
      {initials(user.name)}
    </PlainButton>
  );
  return (
    <OpensLater button={button} popup="menu" load={loadList}>
      {(button) => <UserMenuList user={user} button={button} />}
    </OpensLater>
  );
}
