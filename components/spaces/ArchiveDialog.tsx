import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import type { TreeSpace } from "@/lib/core/space-tree";
import classes from "./SpacesScreen.module.css";

interface ArchiveDialogProps {
  readonly space: TreeSpace;
  /** How many spaces are inside it. */
  readonly inner: number;
  readonly onArchive: (typedName: string) => void;
  readonly onClose: () => void;
}

/** Sites, buildings and floors are archived with all that is in them: their name is typed first. */
export function ArchiveDialog({ space, inner, onArchive, onClose }: ArchiveDialogProps) {
  const t = useText();
  const [name, setName] = useState("");
  const isRight = name.trim() === space.name;
  return (
    <Modal opened onClose={onClose} title={t("Archive {name}", { name: space.name })} size="md">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isRight) onArchive(name);
        }}
      >
        <p className={classes.said}>
          {t(
            "{kind, select, site {The site} building {The building} other {The floor}} leaves every screen{inner, plural, =0 {} one { with # space inside it} other { with # spaces inside it}}. Its sensors stay mapped and what they send is kept. It can be restored under Archived.",
            { kind: space.kind, inner },
          )}
        </p>
        <TextInput
          label={t("Type {name} to archive it", { name: space.name })}
          data-autofocus
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button type="submit" color="red" disabled={!isRight}>
            {t("{count, plural, one {Archive # space} other {Archive # spaces}}", { count: inner + 1 })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("Cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
