import type { AlertAction } from "@/lib/core/alert-requests";
import type { Asking } from "./use-triage";

/** What a key asks the list for. */
export type ListWish =
  | { readonly do: "move"; readonly step: number; readonly extend: boolean }
  | { readonly do: "expand"; readonly open: boolean }
  | { readonly do: "pick" | "pick-all" | "open" | "comment" | "plan" | "leave" }
  | { readonly do: "act"; readonly action: AlertAction["do"] & ("acknowledge" | "resolve") }
  | { readonly do: "ask"; readonly what: Exclude<Asking, null> };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const PAGE = 10;

/** Null for keys that are not ours, which keep what they mean elsewhere. */
export function wishOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): ListWish | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === "a" ? { do: "pick-all" } : null;
  const move = (step: number): ListWish => ({ do: "move", step, extend: shiftKey });
  switch (key) {
    case "ArrowDown":
      return move(1);
    case "ArrowUp":
      return move(-1);
    case "PageDown":
      return move(PAGE);
    case "PageUp":
      return move(-PAGE);
    case "Home":
      return move(Number.NEGATIVE_INFINITY);
    case "End":
      return move(Number.POSITIVE_INFINITY);
    case "ArrowRight":
      return { do: "expand", open: true };
    case "ArrowLeft":
      return { do: "expand", open: false };
    case "Enter":
      return { do: "open" };
    case " ":
      return { do: "pick" };
    case "Escape":
      return { do: "leave" };
  }
  return letterOf(key.toLowerCase(), move);
}

function letterOf(key: string, move: (step: number) => ListWish): ListWish | null {
  switch (key) {
    case "j":
      return move(1);
    case "k":
      return move(-1);
    case "x":
      return { do: "pick" };
    case "a":
      return { do: "act", action: "acknowledge" };
    case "r":
      return { do: "act", action: "resolve" };
    case "z":
      return { do: "ask", what: "snooze" };
    case "s":
      return { do: "ask", what: "assign" };
    case "m":
      return { do: "ask", what: "maintenance" };
    case "c":
      return { do: "comment" };
    case "o":
      return { do: "plan" };
    default:
      return null;
  }
}
