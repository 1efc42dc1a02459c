import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import classes from "./SpacesScreen.module.css";

const UNDO_MS = 10_000;

/** Says what was done, with a way back for ten seconds. */
export function tellWithUndo(message: string, onUndo: () => void): void {
  const id = notifications.show({
    autoClose: UNDO_MS,
    message: (
      <span className={classes.undo}>
        <span>{message}</span>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          Undo
        </Button>
      </span>
    ),
  });
}

export const tell = (message: string) => notifications.show({ message });

/** Says what did not work, and why. */
export function tellFailure(what: string, error: Error): void {
  notifications.show({ message: `${what} ${error.message}`, autoClose: UNDO_MS });
}
