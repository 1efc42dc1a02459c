import { Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBellRinging, IconLogout, IconUserCircle } from "@tabler/icons-react";
import Link from "next/link";
import { signOut } from "@/lib/client/sign-out";
import { ROLE_WORDS, type Role } from "@/lib/core/access";
import type { FrameUser } from "./frame-user";
import classes from "./UserMenu.module.css";

const initials = (name: string) =>
  name
    .split(/[\s._-]+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("") || "?";

async function leave() {
  if (await signOut()) window.location.assign("/login");
  else notifications.show({ message: "You are still signed in: the server did not answer. Try again." });
}

/** Who is signed in, the colour scheme, and the way out. */
export function UserMenu({ user }: { user: FrameUser }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.avatar} aria-label={`Account of ${user.name}`}>
          {initials(user.name)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <Text fw={600}>{user.name}</Text>
          <Text size="xs" c="dimmed">
            {user.email} · {ROLE_WORDS[user.role as Role]}
          </Text>
        </div>
        <Menu.Divider />
        <div className={classes.scheme}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label="Colour scheme"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={[
              { value: "auto", label: "System" },
              { value: "light", label: "Light" },
              { value: "dark", label: "Dark" },
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
          Your account
        </Menu.Item>
        <Menu.Item
          component={Link}
          href="/account/notifications"
          className={classes.leave}
          leftSection={<IconBellRinging size={16} stroke={1.75} />}
        >
          Your notifications
        </Menu.Item>
        <Menu.Item
          className={classes.leave}
          leftSection={<IconLogout size={16} stroke={1.75} />}
          onClick={() => void leave()}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
