import { Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import classes from "./History.module.css";

interface SortHeadProps {
  readonly label: string;
  readonly isRight: boolean;
  /** How the rows are sorted by this column; null when by another. */
  readonly order: "ascending" | "descending" | null;
  readonly onClick: () => void;
}

/** The head of a column, which sorts by it. */
export function SortHead({ label, isRight, order, onClick }: SortHeadProps) {
  const Arrow = order === "ascending" ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th scope="col" {...(isRight ? { ta: "right" } : {})} aria-sort={order ?? "none"}>
      <UnstyledButton className={classes.sort} data-active={order !== null || undefined} onClick={onClick}>
        {label}
        {order && <Arrow size={13} stroke={2} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  );
}
