import { Modal } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import { text } from "@/lib/core/text";
import classes from "./Dialogs.module.css";
import { TOOL_LIST } from "./tool-list";

/** Said by `t`. */
const KEYS: readonly (readonly [string, string])[] = [
  [text("Tab, Shift Tab"), text("Next shape, shape before")],
  [text("Enter"), text("Properties of the shape; end a path; put a room into the middle")],
  [text("Esc"), text("Give up, then back to selecting, then select nothing")],
  [text("Arrow keys"), text("Move the selection by 5 cm, with Shift by 50 cm")],
  [text("Ctrl Z, Ctrl Y"), text("Undo, redo")],
  [text("Ctrl A"), text("Select everything")],
  [text("Ctrl C, Ctrl X, Ctrl V"), text("Copy, cut, paste")],
  [text("Ctrl D"), text("Duplicate")],
  [text("Del"), text("Remove from the plan")],
  ["E", text("Edit corners")],
  ["L", text("Lock or unlock")],
  [text("[ and ]"), text("To the back, to the front")],
  ["+, −, 0, 2", text("Zoom in, out, to the plan, to the selection")],
  [text("Space bar"), text("Hold to move the view")],
  [text("Alt"), text("Hold to ignore snapping")],
  [text("Shift"), text("Square rooms, lines at 45°, more than one shape")],
];

/** Every key of the editor. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Modal opened={opened} onClose={onClose} title={t("Keys")} size={640} centered>
      <dl className={classes.keys}>
        {TOOL_LIST.map(({ key, label }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{t(key)}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
