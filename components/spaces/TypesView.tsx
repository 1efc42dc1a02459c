import { Button, Modal, Table } from "@mantine/core";
import { IconTag } from "@tabler/icons-react";
import { useState } from "react";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { useRemoveSpaceType, useSaveSpaceType } from "@/lib/client/use-space-types";
import type { SpaceType } from "@/lib/core/space-type";
import classes from "./SpacesScreen.module.css";
import { counted, KINDS_WORD } from "./space-words";
import { TypeForm } from "./TypeForm";

interface TypesViewProps {
  readonly types: readonly SpaceType[];
  /** Types are shared by all sites: only some may change them. */
  readonly mayChange: boolean;
}

const orDash = (value: number | null, unit: string) => (value === null ? "–" : `${value}${unit}`);

/** What spaces are used as, and what follows from that. */
export function TypesView({ types, mayChange }: TypesViewProps) {
  const t = useText();
  const [edited, setEdited] = useState<SpaceType | "new" | null>(null);
  const save = useSaveSpaceType();
  const remove = useRemoveSpaceType();
  const onRemove = (type: SpaceType) =>
    remove.mutate(type.id, {
      onError: (error) => tellFailure(error, t("Not removed.")),
      onSuccess: () => {
        const { id: _, spaces: __, ...fields } = type;
        tellWithUndo(t("“{name}” removed.", { name: type.name }), () => save.mutate({ id: null, fields }));
      },
    });
  return (
    <>
      <div className={classes.bar}>
        <p className={classes.lead}>
          {t(
            "A type gives its spaces a capacity, how long they are away after the last motion before they are free, and the part of the working hours they should be used.",
          )}
        </p>
        {mayChange ? <Button onClick={() => setEdited("new")}>{t("Add a type")}</Button> : null}
      </div>
      {types.length === 0 ? (
        <div className={classes.empty}>
          <IconTag size={28} stroke={1.5} aria-hidden />
          <p>{t("No types yet: meeting room, focus room, desk …")}</p>
        </div>
      ) : (
        <Table.ScrollContainer minWidth={720} className={classes.box}>
          <Table className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("Type")}</Table.Th>
                <Table.Th>{t("For")}</Table.Th>
                <Table.Th>{t("Capacity")}</Table.Th>
                <Table.Th>{t("Hold")}</Table.Th>
                <Table.Th>{t("Target")}</Table.Th>
                <Table.Th>{t("Spaces")}</Table.Th>
                <Table.Th aria-label={t("What can be done")} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {types.map((type) => (
                <Table.Tr key={type.id}>
                  <Table.Td className={classes.strong}>{type.name}</Table.Td>
                  <Table.Td>{type.kind === null ? t("Any") : t(KINDS_WORD[type.kind])}</Table.Td>
                  <Table.Td className={classes.time}>{orDash(type.capacity, "")}</Table.Td>
                  <Table.Td className={classes.time}>
                    {type.holdMinutes === null ? "–" : t("{minutes} min", { minutes: type.holdMinutes })}
                  </Table.Td>
                  <Table.Td className={classes.time}>{orDash(type.targetPercent, " %")}</Table.Td>
                  <Table.Td className={classes.time}>{counted(type.spaces, "space", t)}</Table.Td>
                  <Table.Td className={classes.last}>
                    {mayChange ? <RowButtons type={type} onEdit={setEdited} onRemove={onRemove} /> : null}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === "new" ? t("Add a type") : t("Change {name}", { name: edited?.name ?? "" })}
      >
        {edited === null ? null : <TypeForm type={edited === "new" ? null : edited} onDone={() => setEdited(null)} />}
      </Modal>
    </>
  );
}

interface RowButtonsProps {
  readonly type: SpaceType;
  readonly onEdit: (type: SpaceType) => void;
  readonly onRemove: (type: SpaceType) => void;
}

function RowButtons({ type, onEdit, onRemove }: RowButtonsProps) {
  const t = useText();
  return (
    <span className={classes.rowButtons}>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t("Change {name}", { name: type.name })}
        onClick={() => onEdit(type)}
      >
        {t("Change")}
      </Button>
      {type.spaces > 0 ? null : (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={t("Remove {name}", { name: type.name })}
          onClick={() => onRemove(type)}
        >
          {t("Remove")}
        </Button>
      )}
    </span>
  );
}
