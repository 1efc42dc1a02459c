import { Drawer } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import classes from "./AppFrame.module.css";

interface NarrowAsideProps {
  /** What it is about. */
  readonly label: string;
  readonly onClose: () => void;
  /** Null while nothing is open. */
  readonly children: ReactNode;
}

// Not className on Drawer.Content: that would paint the whole screen.
const drawerClasses = { content: classes.drawer ?? "" };

/** What stands beside the page, over it from the right where there is no room. */
export function NarrowAside({ label, onClose, children }: NarrowAsideProps) {
  // Opened only once it is there, so that it slides in and gives the focus back where it came from.
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <Drawer.Root
      opened={isThere && Boolean(children)}
      onClose={onClose}
      position="right"
      size={384}
      padding={0}
      classNames={drawerClasses}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={label}>{children}</Drawer.Content>
    </Drawer.Root>
  );
}
