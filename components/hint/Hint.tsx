import { type ComponentProps, cloneElement, type ReactElement, useId } from "react";
import { HintBox } from "./HintBox";
import type { Side } from "./place-beside";
import { useHint } from "./use-hint";

interface HintProps {
  readonly label: string;
  readonly side?: Side;
  readonly delayMs?: number;
  /** Something that can be pointed at; to be reached by keyboard it must take the focus. */
  readonly children: ReactElement<ComponentProps<"button">>;
}

const DELAY_MS = 300;

/** A few words about something, while it is pointed at or has the focus. */
export function Hint({ label, side = "top", delayMs = DELAY_MS, children }: HintProps) {
  const id = useId();
  const { about, handlers } = useHint(delayMs);
  return (
    <>
      {cloneElement(children, { ...handlers, ...(about ? { "aria-describedby": id } : {}) })}
      {about ? (
        <HintBox id={id} about={about} side={side}>
          {label}
        </HintBox>
      ) : null}
    </>
  );
}
