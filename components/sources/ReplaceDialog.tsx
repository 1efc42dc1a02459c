import { Button, Modal, Select, TextInput } from "@mantine/core";
import { DateTime } from "luxon";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
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
  const t = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("Replace {title}", { title: sourceTitle(rest.source) })}
      padding="lg"
    >
      <Wizard {...rest} />
    </Modal>
  );
}

const MINUTE_MS = 60_000;
const localText = (ms: number) => DateTime.fromMillis(ms).toFormat("yyyy-MM-dd'T'HH:mm");

function Wizard({ source, waiting, now, onReplace }: Omit<ReplaceDialogProps, "opened" | "onClose">) {
  const t = useText();
  const [newId, setNewId] = useState<string | null>(null);
  const [moment, setMoment] = useState(() => localText(Math.floor(now / MINUTE_MS) * MINUTE_MS));
  const replacement = waiting.find(({ id }) => id === newId) ?? null;
  const at = DateTime.fromISO(moment);
  const problem = !at.isValid ? t("Say when.") : at.toMillis() > now ? t("That is in the future.") : null;
  const title = sourceTitle(source);
  const clock = problem === null ? stayClock(at.toISO() ?? "", now, t) : t("then");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (replacement && problem === null) onReplace(replacement, at.toJSDate());
      }}
    >
      <Select
        label={t("New device")}
        description={t("One that waits for a place.")}
        placeholder={waiting.length === 0 ? t("Nothing waits: let it send something first") : t("Name or id")}
        data={waiting.map((one) => ({ value: one.id, label: `${sourceTitle(one)} (${kindWords(one, t)})` }))}
        value={newId}
        onChange={setNewId}
        searchable
      />
      <TextInput
        type="datetime-local"
        label={t("Changed at")}
        description={t("When the new one took over, by this device's clock.")}
        max={localText(now)}
        value={moment}
        error={problem}
        onChange={(event) => setMoment(event.currentTarget.value)}
      />
      <div className={classes.what}>
        <b>{t("What will happen")}</b>
        <ul>
          <li>
            {t("{name} keeps its name, its place and its history: {title} until {clock}, {next} from then on.", {
              name: source.space?.name ?? "",
              title,
              clock,
              next: replacement ? sourceTitle(replacement) : t("the new one"),
            })}
          </li>
          <li>
            {t("What {title} measured before {clock} still counts, even when it comes in late.", { title, clock })}
          </li>
          <li>{t("What the new one measured before {clock} stays out.", { clock })}</li>
          <li>{t("{title} is ignored from now on. All of it can be undone.", { title })}</li>
        </ul>
      </div>
      <Button type="submit" disabled={replacement === null || problem !== null}>
        {t("Replace")}
      </Button>
    </form>
  );
}
