import { Popover } from "@mantine/core";
import { type ComponentProps, cloneElement } from "react";
import type { ButtonElement } from "@/components/later/OpensLater";
import { useOpened } from "@/components/later/use-opened";
import { FilterForm } from "./FilterForm";

interface FilterPopoverProps extends ComponentProps<typeof FilterForm> {
  readonly button: ButtonElement;
}

/** The filter, below its button. */
export function FilterPopover({ button, ...form }: FilterPopoverProps) {
  const { target, opened, setOpened } = useOpened();
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={300} shadow="md" trapFocus returnFocus>
      <Popover.Target>{cloneElement(button, { ref: target, onClick: () => setOpened(!opened) })}</Popover.Target>
      <Popover.Dropdown>
        <FilterForm {...form} />
      </Popover.Dropdown>
    </Popover>
  );
}
