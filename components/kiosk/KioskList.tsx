import { Button, Table } from "@mantine/core";
import { agoWords } from "@/components/devices/device-words";
import { useText } from "@/components/text/TextProvider";
import type { Kiosk } from "@/lib/core/kiosk";
import classes from "./Kiosks.module.css";

/** A screen asks every 15 s; so long after the last time it is off or cut off, ms. */
const SILENT_MS = 3 * 60_000;

interface KioskListProps {
  readonly kiosks: readonly Kiosk[];
  readonly now: number;
  readonly onChange: (kiosk: Kiosk) => void;
  readonly onRevoke: (kiosk: Kiosk) => void;
}

/** Every paired screen, what it shows and when it last asked. */
export function KioskList({ kiosks, now, onChange, onRevoke }: KioskListProps) {
  const t = useText();
  const seen = ({ lastSeenAt }: Kiosk) => {
    if (lastSeenAt === null) return t("Not seen yet");
    const age = now - Date.parse(lastSeenAt);
    return age < SILENT_MS ? t("On") : t("Last seen {age}", { age: agoWords(age, t) });
  };
  return (
    <div className={`${classes.box} ${classes.list}`}>
      <Table aria-label={t("Screens")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Screen")}</Table.Th>
            <Table.Th>{t("Shows")}</Table.Th>
            <Table.Th>{t("State")}</Table.Th>
            <Table.Th aria-label={t("Actions")} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kiosks.map((kiosk) => (
            <Table.Tr key={kiosk.id}>
              <Table.Td>
                <b>{kiosk.name}</b>
                <span className={classes.quiet}>{kiosk.site.name}</span>
              </Table.Td>
              <Table.Td>
                {kiosk.floors.map(({ name }) => name).join(", ") || t("No floor any more")}
                <span className={classes.quiet}>{t("each for {seconds} s", { seconds: kiosk.turnS })}</span>
              </Table.Td>
              <Table.Td>
                {seen(kiosk)}
                <span className={classes.quiet}>{t("paired by {name}", { name: kiosk.approvedBy })}</span>
              </Table.Td>
              <Table.Td className={classes.actions}>
                <Button size="xs" variant="default" onClick={() => onChange(kiosk)}>
                  {t("Change")}
                </Button>
                <Button size="xs" variant="default" onClick={() => onRevoke(kiosk)}>
                  {t("Take back")}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
