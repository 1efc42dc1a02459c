import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import classes from "./tell-done.module.css";

const UNDO_MS = 10_000;

/** Says what was done, with a way back for ten seconds. */
export function tellDone(message: string, undo: () => Promise<void>): void {
  const id = notifications.show({
    autoClose: UNDO_MS,
    message: (
      <span className={classes.done}>
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            void undo().then(() => tell("Undone."), tellFailed);
          }}
        >
          Undo
        </Button>
      </span>
    ),
  });
}

/** Says that something is so. */
export function tell(message: string): void {
  notifications.show({ message });
}

/** What could not be done, in the server's words. */
export function tellFailed(error: unknown): void {
  notifications.show({ message: error instanceof Error ? error.message : "That did not work. Try again." });
}
