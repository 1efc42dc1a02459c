import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import classes from "./tell.module.css";

const UNDO_MS = 10_000;
/** More than these would queue, and the newest word is the one that matters. */
const MOST_SHOWN = 3;
const shown: string[] = [];

function show(data: Parameters<typeof notifications.show>[0]): string {
  while (shown.length >= MOST_SHOWN) notifications.hide(shown.shift() ?? "");
  const id = notifications.show(data);
  shown.push(id);
  return id;
}

/** Says that something is so. */
export function tell(message: string): void {
  show({ message });
}

/** Says what did not work, and why in the server's words. */
export function tellFailure(error: unknown, what = ""): void {
  const why = error instanceof Error ? error.message : "That did not work. Try again.";
  show({ message: `${what} ${why}`.trim(), autoClose: UNDO_MS });
}

/** Says what was done, with a way back for ten seconds. A way back that takes a while says when it is done, or why not. */
export function tellWithUndo(message: string, undo: () => unknown): void {
  const takeBack = async () => {
    const answer = undo();
    if (answer instanceof Promise) await answer.then(() => tell("Undone."));
  };
  const id = show({
    autoClose: UNDO_MS,
    message: (
      <span className={classes.line}>
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="default"
          className={classes.button ?? ""}
          onClick={() => {
            notifications.hide(id);
            takeBack().catch((error) => tellFailure(error, "Not undone."));
          }}
        >
          Undo
        </Button>
      </span>
    ),
  });
}
