import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, Suspense, useState } from "react";

/** Anything that is drawn as a button. */
export type ButtonElement = ReactElement<ComponentProps<"button">>;

interface OpensLaterProps {
  readonly button: ButtonElement;
  readonly popup: "menu" | "dialog";
  /** Fetches what opens. */
  readonly load: () => Promise<unknown>;
  /** The whole of it, button included, made of what `load` fetches; it opens by itself (useOpened). */
  readonly children: (button: ButtonElement) => ReactNode;
}

/** A button for what weighs more than a page needs at first: fetched when pointer or focus come near, opened by a click. */
export function OpensLater({ button, popup, load, children }: OpensLaterProps) {
  const [isWanted, setWanted] = useState(false);
  const fetchIt = () => void load().catch(() => undefined);
  const closed = cloneElement(button, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onPointerEnter: fetchIt,
    onFocus: fetchIt,
    onClick: () => setWanted(true),
  });
  return isWanted ? <Suspense fallback={closed}>{children(button)}</Suspense> : closed;
}
