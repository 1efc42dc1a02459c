import { Drawer } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";

interface BottomSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A sheet from the bottom of a phone. */
export function BottomSheet({ isOpen, onClose, title, children }: BottomSheetProps) {
  // Opened only once it is there, so that it slides in and gives the focus back where it came from.
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <Drawer opened={isThere && isOpen} onClose={onClose} position="bottom" size="auto" title={title}>
      {children}
    </Drawer>
  );
}
