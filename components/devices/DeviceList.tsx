import { Table } from "@mantine/core";
import Link from "next/link";
import { typeWord } from "@/components/sources/source-row-words";
import { useText } from "@/components/text/TextProvider";
import type { Device } from "@/lib/core/device-health";
import { DeviceBattery } from "./DeviceBattery";
import classes from "./Devices.module.css";
import { agoWords, DEVICE_STATE_WORDS, rhythmWords, VENDOR_NAMES } from "./device-words";
import type { DevicesView } from "./use-devices-view";

interface DeviceListProps {
  readonly devices: readonly Device[];
  readonly view: DevicesView;
  /** ms. */
  readonly now: number;
}

/** The devices as a table, or one table per floor. */
export function DeviceList({ devices, view, now }: DeviceListProps) {
  const t = useText();
  if (!view.choice.walk) return <DeviceTable devices={devices} now={now} caption={t("Devices")} />;
  const floors = Map.groupBy(devices, ({ site, floor }) => [site?.name, floor?.name].filter(Boolean).join(" · "));
  return [...floors].map(([name, stand]) => (
    <section key={name} className={classes.floor}>
      <h2>
        {name || t("Not mapped yet")}
        <span className={classes.quiet}>
          {t("{count, plural, one {# device} other {# devices}}", { count: stand.length })}
        </span>
      </h2>
      <DeviceTable devices={stand} now={now} caption={name || t("Not mapped yet")} />
    </section>
  ));
}

function DeviceTable({ devices, now, caption }: { devices: readonly Device[]; now: number; caption: string }) {
  const t = useText();
  return (
    <div className={classes.box}>
      <Table className={classes.table} aria-label={caption}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Device")}</Table.Th>
            <Table.Th>{t("State")}</Table.Th>
            <Table.Th className={classes.wide}>{t("Place")}</Table.Th>
            <Table.Th className={classes.wide}>{t("Last heard")}</Table.Th>
            <Table.Th>{t("Battery")}</Table.Th>
            <Table.Th className={classes.wide}>{t("Signal")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {devices.map((device) => (
            <Row key={device.id} device={device} now={now} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ device, now }: { readonly device: Device; readonly now: number }) {
  const t = useText();
  const { name, model, vendor, state, since, lastHeardAt, signal } = device;
  const age = (at: string) => agoWords(now - Date.parse(at), t);
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.name}>{name}</span>
        <span className={classes.quiet}>
          {[VENDOR_NAMES[vendor], model && typeWord(model, t)].filter(Boolean).join(" · ")}
        </span>
        <span className={classes.narrow}>
          <Place device={device} />
        </span>
      </Table.Td>
      <Table.Td>
        <span className={classes.state} data-state={state}>
          {t(DEVICE_STATE_WORDS[state])}
        </span>
        {since === null ? null : <span className={classes.quiet}>{age(since)}</span>}
      </Table.Td>
      <Table.Td className={classes.wide}>
        <Place device={device} />
      </Table.Td>
      <Table.Td className={classes.wide}>
        <span className={classes.number}>{lastHeardAt === null ? "–" : age(lastHeardAt)}</span>
        <span className={classes.quiet}>{rhythmWords(device, t)}</span>
      </Table.Td>
      <Table.Td>
        <DeviceBattery percent={device.battery} battery={device.batteryClass} />
      </Table.Td>
      <Table.Td className={classes.wide}>
        <span className={classes.number}>{signal === null ? "–" : `${Math.round(signal)} %`}</span>
      </Table.Td>
    </Table.Tr>
  );
}

function Place({ device: { space, floor } }: { readonly device: Device }) {
  const t = useText();
  if (!space) return <span className={classes.quiet}>{t("Not mapped yet")}</span>;
  return (
    <>
      {floor ? (
        <Link className={classes.place} href={`/floors/${floor.id}?space=${space.id}`}>
          {space.name}
        </Link>
      ) : (
        <span>{space.name}</span>
      )}
      {floor ? <span className={classes.quiet}>{floor.name}</span> : null}
    </>
  );
}
