import { Button, Menu } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import type { Alert } from "@/lib/core/alert";
import { SNOOZES } from "@/lib/core/alert-requests";
import { snoozeWord } from "./action-words";
import type { Triage } from "./use-triage";

interface MenuProps {
  readonly alerts: readonly Alert[];
  readonly triage: Triage;
  /** Is this the menu that a key opens? */
  readonly isKeyed: boolean;
  readonly size?: "xs" | "sm";
}

/** For how long alerts are kept quiet. */
export function SnoozeMenu({ alerts, triage, isKeyed, size = "sm" }: MenuProps) {
  const t = useText();
  const opened = isKeyed && triage.asking === "snooze";
  return (
    <Menu opened={opened} onChange={(isOpen) => triage.ask(isOpen ? "snooze" : null)} width={220} shadow="md">
      <Menu.Target>
        <Button variant="default" size={size} leftSection={<IconClock size={16} stroke={1.75} aria-hidden />}>
          {t("Snooze")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SNOOZES.map((length) => (
          <Menu.Item key={length} onClick={() => void triage.act(alerts, { do: "snooze", for: length })}>
            {snoozeWord(length, t)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
