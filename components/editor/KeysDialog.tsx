import { Modal } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import classes from "./Dialogs.module.css";
import { TOOL_LIST } from "./tool-list";

const KEYS: readonly (readonly [string, string])[] = [
  ["Tab, Shift Tab", "Next shape, shape before"],
  ["Enter", "Properties of the shape; end a path; put a room into the middle"],
  ["Esc", "Give up, then back to selecting, then select nothing"],
  ["Arrow keys", "Move the selection by 5 cm, with Shift by 50 cm"],
  ["Ctrl Z, Ctrl Y", "Undo, redo"],
  ["Ctrl A", "Select everything"],
  ["Ctrl C, Ctrl X, Ctrl V", "Copy, cut, paste"],
  ["Ctrl D", "Duplicate"],
  ["Delete", "Remove from the plan"],
  ["E", "Edit corners"],
  ["L", "Lock or unlock"],
  ["[ and ]", "To the back, to the front"],
  ["+, −, 0, 2", "Zoom in, out, to the plan, to the selection"],
  ["Space", "Hold to move the view"],
  ["Alt", "Hold to ignore snapping"],
  ["Shift", "Square rooms, lines at 45°, more than one shape"],
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
            <dd>{label}</dd>
          </div>
        ))}
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
