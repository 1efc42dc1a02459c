import { Menu, SegmentedControl, Text, useMantineColorScheme } from "@mantine/core";
import { IconBellRinging, IconLogout, IconUserCircle } from "@tabler/icons-react";
import Link from "next/link";
import { OpenedMenu } from "@/components/later/OpenedMenu";
import type { ButtonElement } from "@/components/later/OpensLater";
import { useText } from "@/components/text/TextProvider";
import { signOut } from "@/lib/client/sign-out";
import { ROLE_WORDS, type Role } from "@/lib/core/access";
import { text } from "@/lib/core/text";
import type { FrameUser } from "./frame-user";
import { tell } from "./tell";
import classes from "./UserMenu.module.css";

async function leave() {
  if (await signOut()) window.location.assign("/login");
  else tell(text("You are still signed in: the server did not answer. Try again."));
}

/** Who is signed in, the colour scheme, and the way out; behind their initials. */
export function UserMenuList({ user, button }: { user: FrameUser; button: ButtonElement }) {
  const t = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <OpenedMenu button={button} position="bottom-end" width={240}>
      <div className={classes.who}>
        <Text fw={600}>{user.name}</Text>
        <Text size="xs" c="dimmed">
          {user.email} · {t(ROLE_WORDS[user.role as Role])}
        </Text>
      </div>
      <Menu.Divider />
      <div className={classes.scheme}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("Colour scheme")}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as typeof colorScheme)}
          data={[
            { value: "auto", label: t("System") },
            { value: "light", label: t("Light") },
            { value: "dark", label: t("Dark") },
          ]}
        />
      </div>
      <Menu.Divider />
      <Menu.Item
        component={Link}
        href="/account"
        className={classes.leave}
        leftSection={<IconUserCircle size={16} stroke={1.75} />}
      >
        {t("Your account")}
      </Menu.Item>
      <Menu.Item
        component={Link}
        href="/account/notifications"
        className={classes.leave}
        leftSection={<IconBellRinging size={16} stroke={1.75} />}
      >
        {t("Your notifications")}
      </Menu.Item>
      <Menu.Item
        className={classes.leave}
        leftSection={<IconLogout size={16} stroke={1.75} />}
        onClick={() => void leave()}
      >
        {t("Sign out")}
      </Menu.Item>
    </OpenedMenu>
  );
}
