import { Table } from "@mantine/core";
import classes from "./OccupancyTable.module.css";
import { tableRows } from "./occupancy-words";
import type { OccupancyChartData } from "./prepare-occupancy";

/** What the chart shows, as a table. */
export function OccupancyTable({ chart }: { chart: OccupancyChartData }) {
  return (
    <div className={classes.box}>
      <Table
        className={classes.table}
        withRowBorders
        verticalSpacing={4}
        horizontalSpacing={0}
        aria-label="People today"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Time</Table.Th>
            <Table.Th scope="col">People</Table.Th>
            <Table.Th scope="col">Restated</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tableRows(chart).map((row) => (
            <Table.Tr key={row.at}>
              <Table.Td>{row.time}</Table.Td>
              <Table.Td>{row.people}</Table.Td>
              <Table.Td>{row.note}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
