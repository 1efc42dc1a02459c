import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import Link from "next/link";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { useUndoImport } from "@/lib/client/use-import";
import type { ImportResult } from "@/lib/core/imports/import-report";
import classes from "./Imports.module.css";
import { resultWords } from "./import-words";

/** What an import did, where to see it, and the way back where there is one. */
export function ImportDone({ result, onAgain }: { readonly result: ImportResult; readonly onAgain: () => void }) {
  const t = useText();
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
              ? t("{count, plural, one {# space} other {# spaces}} archived. Each can be restored.", {
                  count: undo.data.archived,
                })
              : resultWords(result, t)}
          </h3>
        </div>
        {undo.data && updated + assigned > 0 ? (
          <p className={classes.quiet}>{t("What the file changed in spaces that were there before stays changed.")}</p>
        ) : null}
        <div className={classes.actions}>
          <Button component={Link} href="/admin/spaces" variant="default">
            {t("See the spaces")}
          </Button>
          <Button variant="default" onClick={onAgain}>
            {t("Import another file")}
          </Button>
          {created > 0 && !undo.data ? (
            <Button variant="subtle" color="gray" onClick={takeBack} loading={undo.isPending}>
              {t("Undo: archive the {count, plural, one {# new space} other {# new spaces}}", { count: created })}
            </Button>
          ) : null}
        </div>
        <FormError message={undo.error?.message ?? null} />
      </div>
    </div>
  );
}
