import { Table } from "@mantine/core";
import classes from "./ChartTable.module.css";
import type { ChartTableData } from "./timeline-table";

/** What a chart shows, as a table. */
export function ChartTable({ table }: { table: ChartTableData }) {
  return (
    <div className={classes.box}>
      <Table
        className={classes.table}
        withRowBorders
        verticalSpacing={4}
        horizontalSpacing={0}
        aria-label={table.label}
      >
        <Table.Thead>
          <Table.Tr>
            {table.heads.map((head) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map(({ at, cells }) => (
            <Table.Tr key={at}>
              {table.heads.map((head, i) => (
                <Table.Td key={head}>{cells[i]}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
