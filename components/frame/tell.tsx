import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useText } from "@/components/text/TextProvider";
import { text } from "@/lib/core/text";
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
  show({ message: <Said>{message}</Said> });
}

/** What comes from the server, or from here, is in English until it is shown. */
function Said({ children }: { readonly children: string }) {
  return useText()(children);
}

function Failure({ why, what }: { readonly why: string; readonly what: string }) {
  const t = useText();
  return [what, why]
    .filter(Boolean)
    .map((words) => t(words))
    .join(" ");
}

/** Says what did not work, and why in the server's words. */
export function tellFailure(error: unknown, what = ""): void {
  const why = error instanceof Error ? error.message : text("That did not work. Try again.");
  show({ message: <Failure what={what} why={why} />, autoClose: UNDO_MS });
}

/** Says what was done, with a way back for ten seconds. A way back that takes a while says when it is done, or why not. */
export function tellWithUndo(message: string, undo: () => unknown): void {
  const takeBack = async () => {
    const answer = undo();
    if (answer instanceof Promise) await answer.then(() => tell(text("Undone.")));
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
            takeBack().catch((error) => tellFailure(error, text("Not undone.")));
          }}
        >
          <Said>{text("Undo")}</Said>
        </Button>
      </span>
    ),
  });
}
