import { Menu, type MenuProps } from "@mantine/core";
import { cloneElement, type ReactNode } from "react";
import type { ButtonElement } from "./OpensLater";
import { useOpened } from "./use-opened";

interface OpenedMenuProps {
  readonly button: ButtonElement;
  readonly position: NonNullable<MenuProps["position"]>;
  readonly width?: number;
  readonly offset?: number;
  readonly children: ReactNode;
}

/** A menu for OpensLater. */
export function OpenedMenu({ button, children, width, offset, position }: OpenedMenuProps) {
  const { target, opened, setOpened } = useOpened();
  const sizes = { ...(width === undefined ? {} : { width }), ...(offset === undefined ? {} : { offset }) };
  return (
    <Menu opened={opened} onChange={setOpened} position={position} shadow="md" {...sizes}>
      <Menu.Target>{cloneElement(button, { ref: target })}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
