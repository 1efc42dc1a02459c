import { type RefObject, useEffect, useRef, useState } from "react";

/** For what {@link OpensLater} fetched: opens as soon as it is there, from its button, which gets the focus back later. */
export function useOpened(): {
  readonly target: RefObject<HTMLButtonElement | null>;
  readonly opened: boolean;
  readonly setOpened: (opened: boolean) => void;
} {
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    target.current?.focus({ preventScroll: true });
    setOpened(true);
  }, []);
  return { target, opened, setOpened };
}
