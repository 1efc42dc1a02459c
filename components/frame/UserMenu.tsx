import { Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconBellRinging, IconLogout, IconUserCircle } from "@tabler/icons-react";
import Link from "next/link";
import { useText } from "@/components/text/TextProvider";
import { signOut } from "@/lib/client/sign-out";
import { ROLE_WORDS, type Role } from "@/lib/core/access";
import { text } from "@/lib/core/text";
import type { FrameUser } from "./frame-user";
import { tell } from "./tell";
import classes from "./UserMenu.module.css";

const initials = (name: string) =>
  name
    .split(/[\s._-]+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("") || "?";

async function leave() {
  if (await signOut()) window.location.assign("/login");
  else tell(text("You are still signed in: the server did not answer. Try again."));
}

/** Who is signed in, the colour scheme, and the way out. */
export function UserMenu({ user }: { user: FrameUser }) {
  const t = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.avatar} aria-label={t("Account of {name}", { name: user.name })}>
          {initials(user.name)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  );
}
