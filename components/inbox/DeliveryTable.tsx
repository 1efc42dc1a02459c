import { Checkbox, Table } from "@mantine/core";
import { vendorShort } from "@/components/vendors/vendor-name";
import type { DeliverySummary } from "@/lib/core/delivery";
import classes from "./DeliveryTable.module.css";
import { type DeliveryRows, toggled } from "./delivery-rows";
import { exactLag, secondsTime, typeWord } from "./inbox-words";
import { OutcomeChip } from "./OutcomeChip";

/** The log where there is room for columns. A click anywhere in a row opens it; the type is its button. */
export function DeliveryTable({ rows }: { readonly rows: DeliveryRows }) {
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
                aria-label="Select all that are shown"
                checked={areAll}
                indeterminate={chosen.size > 0 && !areAll}
                onChange={() => onChosen(new Set(areAll ? [] : items.map(({ id }) => id)))}
              />
            </Table.Th>
            <Table.Th>Received</Table.Th>
            <Table.Th>Vendor</Table.Th>
            <Table.Th>Type</Table.Th>
            <Table.Th>Outcome</Table.Th>
            <Table.Th className={classes.number}>Lag</Table.Th>
            <Table.Th className={classes.number}>Repeats</Table.Th>
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
  const { chosen, onChosen, openId, onOpen, now } = rows;
  const time = secondsTime(item.receivedAt, now);
  const type = typeWord(item.eventType);
  return (
    <Table.Tr className={classes.row} data-open={item.id === openId || undefined} onClick={() => onOpen(item.id)}>
      <Table.Td onClick={(event) => event.stopPropagation()}>
        <Checkbox
          size="xs"
          aria-label={`Select ${type} of ${time}`}
          checked={chosen.has(item.id)}
          onChange={() => onChosen(toggled(chosen, item.id))}
        />
      </Table.Td>
      <Table.Td className={classes.time}>{time}</Table.Td>
      <Table.Td>{vendorShort(item.vendor)}</Table.Td>
      <Table.Td className={classes.type}>
        <button type="button" aria-label={`Open ${type} of ${time}`} aria-expanded={item.id === openId}>
          {type}
        </button>
      </Table.Td>
      <Table.Td>
        <OutcomeChip outcome={item.outcome} />
      </Table.Td>
      <Table.Td className={classes.number}>{exactLag(item.lagMs)}</Table.Td>
      <Table.Td className={classes.number}>{item.duplicates > 0 ? `×${item.duplicates}` : ""}</Table.Td>
    </Table.Tr>
  );
}
