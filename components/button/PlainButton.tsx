import type { ComponentProps } from "react";
import classes from "./PlainButton.module.css";

interface PlainButtonProps extends ComponentProps<"button"> {
  /** With a border, without one, or as its own class says. */
  readonly look?: "bordered" | "quiet" | "bare";
  /** Holds an icon and nothing else; px of each side. */
  readonly square?: number;
}

/** A button of the page itself: CSS and nothing else, for what is on screen from the start. */
export function PlainButton({ look = "bordered", square, className = "", style, ...button }: PlainButtonProps) {
  const size = square === undefined ? undefined : { width: square, height: square, padding: 0, flex: "none" };
  return (
    <button
      type="button"
      className={`${look === "bare" ? classes.bare : classes.button} ${className}`}
      data-look={look}
      style={{ ...size, ...style }}
      {...button}
    />
  );
}
