import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import Link from "next/link";
import { FormError } from "@/components/auth/FormError";
import { useUndoImport } from "@/lib/client/use-import";
import type { ImportResult } from "@/lib/core/imports/import-report";
import classes from "./Imports.module.css";
import { countOf, resultWords } from "./import-words";

/** What an import did, where to see it, and the way back where there is one. */
export function ImportDone({ result, onAgain }: { readonly result: ImportResult; readonly onAgain: () => void }) {
  const undo = useUndoImport();
  const { created, roots, updated, assigned } = result;
  const takeBack = () => undo.mutate({ roots: roots.map(({ id, name }) => ({ id, name })) });
  return (
    <div className={classes.done}>
      <IconCheck size={24} stroke={1.75} aria-hidden />
      <div>
        <div role="status">
          <h3>
            {undo.data
              ? `${countOf(undo.data.archived, "space")} archived. Each can be restored.`
              : resultWords(result)}
          </h3>
        </div>
        {undo.data && updated + assigned > 0 ? (
          <p className={classes.quiet}>What the file changed in spaces that were there before stays changed.</p>
        ) : null}
        <div className={classes.actions}>
          <Button component={Link} href="/admin/spaces" variant="default">
            See the spaces
          </Button>
          <Button variant="default" onClick={onAgain}>
            Import another file
          </Button>
          {created > 0 && !undo.data ? (
            <Button variant="subtle" color="gray" onClick={takeBack} loading={undo.isPending}>
              Undo: archive the {countOf(created, "new space")}
            </Button>
          ) : null}
        </div>
        <FormError message={undo.error?.message ?? null} />
      </div>
    </div>
  );
}
