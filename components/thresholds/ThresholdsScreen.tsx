"use client";

import { SegmentedControl, Select, Table } from "@mantine/core";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { AdminFrame } from "@/components/admin/AdminFrame";
import { AIR_NAMES } from "@/components/air/air-words";
import type { FrameUser } from "@/components/frame/frame-user";
import { growForest, placeWords } from "@/components/spaces/space-forest";
import { useText } from "@/components/text/TextProvider";
import { useThresholds } from "@/lib/client/use-thresholds";
import { mayDo } from "@/lib/core/access";
import { COMFORT_METRICS } from "@/lib/core/air-limits";
import { airUnit } from "@/lib/core/environment";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { Text } from "@/lib/core/text";
import type { Threshold } from "@/lib/core/threshold";
import { BandScale } from "./BandScale";
import { ThresholdForm } from "./ThresholdForm";
import classes from "./ThresholdsScreen.module.css";
import { type ThresholdRow, thresholdRows } from "./threshold-rows";

interface ThresholdsScreenProps {
  readonly spaces: readonly TreeSpace[];
  readonly initial: readonly Threshold[];
  readonly user: FrameUser;
}

const EVERYWHERE = "everywhere";
const idOf = (row: ThresholdRow) => row.id ?? EVERYWHERE;

/** What is fresh, warm or dry, and where: inherited from everywhere down to a room, metric by metric. */
export function ThresholdsScreen({ spaces, initial, user }: ThresholdsScreenProps) {
  const t = useText();
  const thresholds = useThresholds(initial);
  const [metric, setMetric] = useQueryState("metric", parseAsStringLiteral(COMFORT_METRICS).withDefault("co2"));
  const [place, setPlace] = useQueryState("place", parseAsString);
  const rows = thresholdRows(spaces, thresholds, metric, place);
  const chosen = rows.find((row) => idOf(row) === place);
  const nameOf = (row: ThresholdRow) => row.space?.name ?? t("Everywhere");
  const mayChange = (row: ThresholdRow) => row.id !== null || mayDo(user.role, "settings:write");
  const close = () => void setPlace(null);
  return (
    <AdminFrame
      user={user}
      title={t("Air limits")}
      aside={
        chosen && mayChange(chosen) ? (
          <ThresholdForm
            key={`${place} ${metric} ${chosen.limits.join()}`}
            row={chosen}
            name={nameOf(chosen)}
            metric={metric}
            onClose={close}
          />
        ) : null
      }
      asideLabel={t("Limits")}
      onAsideClose={close}
    >
      <p className={classes.lead}>
        {t(
          "When air is fresh, warm or dry. A place has the limits of what it stands in until it gets its own; the plan, the reports and the alerts all go by them.",
        )}
      </p>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t("Measured")}
          value={metric}
          onChange={(value) => void setMetric(COMFORT_METRICS.find((one) => one === value) ?? "co2")}
          data={COMFORT_METRICS.map((value) => ({ value, label: `${t(AIR_NAMES[value])}, ${airUnit(value, t)}` }))}
        />
        <RoomPicker spaces={spaces} onPick={(id) => void setPlace(id)} />
      </div>
      <Table className={classes.table ?? ""}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Place")}</Table.Th>
            <Table.Th>{t("Limits in force")}</Table.Th>
            <Table.Th>{t("From")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={idOf(row)} data-selected={idOf(row) === place || undefined}>
              <Table.Td style={{ paddingLeft: 12 + row.depth * 20 }}>
                {mayChange(row) ? (
                  <button type="button" className={classes.place} onClick={() => void setPlace(idOf(row))}>
                    {nameOf(row)}
                  </button>
                ) : (
                  nameOf(row)
                )}
              </Table.Td>
              <Table.Td>
                <BandScale metric={metric} limits={row.limits} />
              </Table.Td>
              <Table.Td className={classes.from ?? ""}>
                {row.isOwn ? <b>{t("Its own")}</b> : fromWords(row, t)}
                {row.overrides > 0 ? <span>{overrideWords(row, t)}</span> : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </AdminFrame>
  );
}

function fromWords({ from }: ThresholdRow, t: Text): string {
  if (from === "built-in") return t("Built in");
  return from === null ? t("Everywhere") : from.name;
}

const overrideWords = ({ overrides }: ThresholdRow, t: Text) =>
  t("{count, plural, one {# place in it overrides this} other {# places in it override this}}", { count: overrides });

interface RoomPickerProps {
  readonly spaces: readonly TreeSpace[];
  readonly onPick: (id: string) => void;
}

/** The way to a room that has no limits of its own yet. */
function RoomPicker({ spaces, onPick }: RoomPickerProps) {
  const t = useText();
  const forest = growForest(spaces);
  const rooms = spaces.filter(({ kind }) => kind === "room" || kind === "zone");
  return (
    <Select
      aria-label={t("Set limits of a room or zone")}
      placeholder={t("Set limits of a room or zone")}
      searchable
      limit={50}
      value={null}
      onChange={(id) => id !== null && onPick(id)}
      data={rooms.map(({ id, name }) => ({ value: id, label: `${name} · ${placeWords(forest, id)}` }))}
    />
  );
}
