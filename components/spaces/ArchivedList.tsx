import { Button, Skeleton, Table } from "@mantine/core";
import { IconArchive } from "@tabler/icons-react";
import { DateTime } from "luxon";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { type NamedId, useArchivedSpaces } from "@/lib/client/use-space-tree";
import { dated } from "@/lib/core/dated";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { Text } from "@/lib/core/text";
import { archivedRoots } from "./archived-roots";
import classes from "./SpacesScreen.module.css";
import type { Forest } from "./space-forest";
import { counted, KIND_WORD } from "./space-words";

interface ArchivedListProps {
  /** What is not archived: the way to what is. */
  readonly forest: Forest;
  readonly onRestore: (spaces: readonly NamedId[]) => void;
}

const day = (iso: string | null, t: Text) =>
  iso === null ? "" : dated(DateTime.fromISO(iso), "ccc d LLL yyyy HH:mm", t);

/** What was archived, each with what was in it, and the way back. */
export function ArchivedList({ forest, onRestore }: ArchivedListProps) {
  const t = useText();
  const { data, error, isPending } = useArchivedSpaces();
  if (isPending) return <Skeleton height={160} radius={12} />;
  const roots = archivedRoots((data ?? []) as readonly TreeSpace[], forest);
  return (
    <>
      <FormError message={error?.message ?? null} />
      {roots.length === 0 ? (
        <div className={classes.empty}>
          <IconArchive size={28} stroke={1.5} aria-hidden />
          <p>{t("Nothing is archived.")}</p>
        </div>
      ) : (
        <Table.ScrollContainer minWidth={560} className={classes.box}>
          <Table className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("Space")}</Table.Th>
                <Table.Th>{t("Stood in")}</Table.Th>
                <Table.Th>{t("Archived")}</Table.Th>
                <Table.Th aria-label={t("What can be done")} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {roots.map(({ space, inner, place, isInArchived }) => (
                <Table.Tr key={space.id}>
                  <Table.Td>
                    <span className={classes.strong}>{space.name}</span>
                    <span className={classes.quiet}>
                      {t(KIND_WORD[space.kind])}
                      {inner > 0 ? ` ${t("with {spaces}", { spaces: counted(inner, "space", t) })}` : ""}
                    </span>
                  </Table.Td>
                  <Table.Td>{place}</Table.Td>
                  <Table.Td className={classes.time}>{day(space.archivedAt, t)}</Table.Td>
                  <Table.Td className={classes.last}>
                    {isInArchived ? (
                      <span className={classes.quiet}>{t("Restore what it stands in first")}</span>
                    ) : (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={t("Restore {name}", { name: space.name })}
                        onClick={() => onRestore([space])}
                      >
                        {t("Restore")}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}
