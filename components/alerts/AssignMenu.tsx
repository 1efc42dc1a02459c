import { Button, Menu, ScrollArea, TextInput } from "@mantine/core";
import { IconUser } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import type { Alert } from "@/lib/core/alert";
import type { Triage } from "./use-triage";

/** So many names are seen at a glance. */
const AT_A_GLANCE = 8;
const MOST_SHOWN = 40;

interface MenuProps {
  readonly alerts: readonly Alert[];
  readonly triage: Triage;
  /** Is this the menu that a key opens? */
  readonly isKeyed: boolean;
  readonly size?: "xs" | "sm";
}

/** Who takes care of alerts. */
export function AssignMenu({ alerts, triage, isKeyed, size = "sm" }: MenuProps) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const opened = isKeyed && triage.asking === "assign";
  const assign = (assigneeId: string | null) => void triage.act(alerts, { do: "assign", assigneeId });
  const others = triage.people.filter(({ id }) => id !== triage.me.id);
  const found = others.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <Menu
      opened={opened}
      onChange={(isOpen) => {
        setTyped("");
        triage.ask(isOpen ? "assign" : null);
      }}
      width={240}
      shadow="md"
    >
      <Menu.Target>
        <Button variant="default" size={size} leftSection={<IconUser size={16} stroke={1.75} aria-hidden />}>
          {t("Assign")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => assign(triage.me.id)}>{t("To me")}</Menu.Item>
        <Menu.Item onClick={() => assign(null)}>{t("To nobody")}</Menu.Item>
        {others.length > 0 ? <Menu.Divider /> : null}
        {others.length > AT_A_GLANCE ? (
          <TextInput
            size="xs"
            m={4}
            aria-label={t("Search people")}
            placeholder={t("Name")}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        ) : null}
        <ScrollArea.Autosize mah={280} type="auto">
          {found.slice(0, MOST_SHOWN).map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => assign(id)}>
              {name}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
