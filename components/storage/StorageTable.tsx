import { Table } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import type { ClassReport } from "@/lib/core/storage";
import classes from "./Storage.module.css";
import { bytesWord, classMeaning, className, nextWord, oldestWord, rowsWord } from "./storage-words";

interface StorageTableProps {
  readonly rows: readonly ClassReport[];
  /** ms */
  readonly now: number;
}

/** What lies in the database, class by class. */
export function StorageTable({ rows, now }: StorageTableProps) {
  const t = useText();
  return (
    <div className={classes.box}>
      <Table className={classes.table ?? ""}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Data")}</Table.Th>
            <Table.Th className={classes.number ?? ""}>{t("Size")}</Table.Th>
            <Table.Th className={classes.number ?? ""}>{t("Rows, about")}</Table.Th>
            <Table.Th>{t("Since")}</Table.Th>
            <Table.Th>{t("What goes next")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row">
                {className(row.name, t)}
                <span className={classes.meaning}>{classMeaning(row.name, t)}</span>
              </Table.Th>
              <Table.Td data-label={t("Size")} className={classes.number ?? ""}>
                {bytesWord(row.bytes, t)}
              </Table.Td>
              <Table.Td data-label={t("Rows, about")} className={classes.number ?? ""}>
                {rowsWord(row.rows, t)}
              </Table.Td>
              <Table.Td data-label={t("Since")}>{oldestWord(row, t)}</Table.Td>
              <Table.Td data-label={t("What goes next")}>{nextWord(row, now, t)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
