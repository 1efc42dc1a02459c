import { Button, Modal, Select, TextInput } from "@mantine/core";
import { DateTime } from "luxon";
import { useState } from "react";
import type { Source } from "@/lib/core/source";
import { stayClock } from "./moment-words";
import classes from "./ReplaceDialog.module.css";
import { kindWords, sourceTitle } from "./source-row-words";

interface ReplaceDialogProps {
  readonly opened: boolean;
  /** The old one. */
  readonly source: Source;
  /** Those that may take over. */
  readonly waiting: readonly Source[];
  readonly now: number;
  readonly onClose: () => void;
  readonly onReplace: (replacement: Source, at: Date) => void;
}

/** Old device, new device, the moment, and what will happen. */
export function ReplaceDialog({ opened, onClose, ...rest }: ReplaceDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Replace ${sourceTitle(rest.source)}`} padding="lg">
      <Wizard {...rest} />
    </Modal>
  );
}

const MINUTE_MS = 60_000;
const localText = (ms: number) => DateTime.fromMillis(ms).toFormat("yyyy-MM-dd'T'HH:mm");

function Wizard({ source, waiting, now, onReplace }: Omit<ReplaceDialogProps, "opened" | "onClose">) {
  const [newId, setNewId] = useState<string | null>(null);
  const [moment, setMoment] = useState(() => localText(Math.floor(now / MINUTE_MS) * MINUTE_MS));
  const replacement = waiting.find(({ id }) => id === newId) ?? null;
  const at = DateTime.fromISO(moment);
  const problem = !at.isValid ? "Say when." : at.toMillis() > now ? "That is in the future." : null;
  const title = sourceTitle(source);
  const clock = problem === null ? stayClock(at.toISO() ?? "", now) : "then";
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (replacement && problem === null) onReplace(replacement, at.toJSDate());
      }}
    >
      <Select
        label="New device"
        description="One that waits for a place."
        placeholder={waiting.length === 0 ? "Nothing waits: let it send something first" : "Name or id"}
        data={waiting.map((one) => ({ value: one.id, label: `${sourceTitle(one)} (${kindWords(one)})` }))}
        value={newId}
        onChange={setNewId}
        searchable
      />
      <TextInput
        type="datetime-local"
        label="Changed at"
        description="When the new one took over, by this device's clock."
        max={localText(now)}
        value={moment}
        error={problem}
        onChange={(event) => setMoment(event.currentTarget.value)}
      />
      <div className={classes.what}>
        <b>What will happen</b>
        <ul>
          <li>
            {source.space?.name} keeps its name, its place and its history: {title} until {clock},{" "}
            {replacement ? sourceTitle(replacement) : "the new one"} from then on.
          </li>
          <li>
            What {title} measured before {clock} still counts, even when it comes in late.
          </li>
          <li>What the new one measured before {clock} stays out.</li>
          <li>{title} is ignored from now on. All of it can be undone.</li>
        </ul>
      </div>
      <Button type="submit" disabled={replacement === null || problem !== null}>
        Replace
      </Button>
    </form>
  );
}
