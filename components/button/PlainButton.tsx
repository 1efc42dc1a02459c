import type { ComponentProps } from "react";
import classes from "./PlainButton.module.css";

interface PlainButtonProps extends ComponentProps<"button"> {
  /** With a border, or only its content. */
  readonly look?: "bordered" | "quiet";
  /** Holds an icon and nothing else; px of each side. */
  readonly square?: number;
}

/** A button of the page itself: CSS and nothing else, for what is on screen from the start. */
export function PlainButton({ look = "bordered", square, className = "", style, ...button }: PlainButtonProps) {
  const size = square === undefined ? undefined : { width: square, height: square, padding: 0, flex: "none" };
  return (
    <button
      type="button"
      className={`${classes.button} ${className}`}
      data-look={look}
      style={{ ...size, ...style }}
      {...button}
    />
  );
}
