import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";

const UNDO_MS = 10_000;

/** Says what was done, and offers the way back for ten seconds. */
export function showUndo(message: string, undo: () => Promise<unknown>): void {
  const id = notifications.show({
    autoClose: UNDO_MS,
    message: (
      <span style={{ display: "flex", gap: 12, alignItems: "center", justifyContent: "space-between" }}>
        {message}
        <Button
          variant="default"
          size="compact-sm"
          style={{ flex: "none" }}
          onClick={() => {
            notifications.hide(id);
            undo().catch((error: Error) => notifications.show({ message: `Not undone. ${error.message}` }));
          }}
        >
          Undo
        </Button>
      </span>
    ),
  });
}
