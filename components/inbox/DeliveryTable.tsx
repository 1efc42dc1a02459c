import { Checkbox, Table } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import { vendorShort } from "@/components/vendors/vendor-name";
import type { DeliverySummary } from "@/lib/core/delivery";
import classes from "./DeliveryTable.module.css";
import { type DeliveryRows, toggled } from "./delivery-rows";
import { exactLag, secondsTime, typeWord } from "./inbox-words";
import { OutcomeChip } from "./OutcomeChip";

/** The log where there is room for columns. A click anywhere in a row opens it; the type is its button. */
export function DeliveryTable({ rows }: { readonly rows: DeliveryRows }) {
  const t = useText();
  const { items, chosen, onChosen } = rows;
  if (items.length === 0) return null;
  const areAll = chosen.size === items.length;
  return (
    <Table.ScrollContainer minWidth={640} className={classes.box}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={44}>
              <Checkbox
                size="xs"
                aria-label={t("Select all that are shown")}
                checked={areAll}
                indeterminate={chosen.size > 0 && !areAll}
                onChange={() => onChosen(new Set(areAll ? [] : items.map(({ id }) => id)))}
              />
            </Table.Th>
            <Table.Th>{t("Received")}</Table.Th>
            <Table.Th>{t("Vendor")}</Table.Th>
            <Table.Th>{t("Type")}</Table.Th>
            <Table.Th>{t("Outcome")}</Table.Th>
            <Table.Th className={classes.number}>{t("Lag")}</Table.Th>
            <Table.Th className={classes.number}>{t("Repeats")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} rows={rows} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ item, rows }: { readonly item: DeliverySummary; readonly rows: DeliveryRows }) {
  const t = useText();
  const { chosen, onChosen, openId, onOpen, now } = rows;
  const time = secondsTime(item.receivedAt, now, t);
  const type = typeWord(item.eventType, t);
  return (
    <Table.Tr className={classes.row} data-open={item.id === openId || undefined} onClick={() => onOpen(item.id)}>
      <Table.Td onClick={(event) => event.stopPropagation()}>
        <Checkbox
          size="xs"
          aria-label={t("Select {type} of {time}", { type, time })}
          checked={chosen.has(item.id)}
          onChange={() => onChosen(toggled(chosen, item.id))}
        />
      </Table.Td>
      <Table.Td className={classes.time}>{time}</Table.Td>
      <Table.Td>{vendorShort(item.vendor)}</Table.Td>
      <Table.Td className={classes.type}>
        <button
          type="button"
          aria-label={t("Open {type} of {time}", { type, time })}
          aria-expanded={item.id === openId}
        >
          {type}
        </button>
      </Table.Td>
      <Table.Td>
        <OutcomeChip outcome={item.outcome} />
      </Table.Td>
      <Table.Td className={classes.number}>{exactLag(item.lagMs, t)}</Table.Td>
      <Table.Td className={classes.number}>{item.duplicates > 0 ? `×${item.duplicates}` : ""}</Table.Td>
    </Table.Tr>
  );
}
