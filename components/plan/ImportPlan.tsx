import { Button, Modal } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { FileDrop } from "@/components/imports/FileDrop";
import { useText } from "@/components/text/TextProvider";
import { useApplyPlanImport, usePreviewPlanImport } from "@/lib/client/use-plans";
import type { PlanImportResult } from "@/lib/core/plan-import/plan-import";
import { ImportLevels } from "./ImportLevels";
import classes from "./ImportPlan.module.css";

interface ImportPlanProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Plans of another tool: a file, what is in it, and the drafts made of it. */
export function ImportPlan({ opened, onClose }: ImportPlanProps) {
  const t = useText();
  const preview = usePreviewPlanImport();
  const apply = useApplyPlanImport();
  const [fileName, setFileName] = useState("");
  const start = () => {
    preview.reset();
    apply.reset();
  };
  const close = () => {
    if (apply.isPending) return;
    start();
    onClose();
  };
  const look = (file: File) => {
    setFileName(file.name);
    apply.reset();
    preview.mutate(file);
  };
  const problem = preview.error ?? apply.error;
  return (
    <Modal opened={opened} onClose={close} title={t("Import plans")} size={680} centered>
      {apply.data ? (
        <Done result={apply.data} onClose={close} />
      ) : preview.data ? (
        <ImportLevels
          key={fileName}
          preview={preview.data}
          fileName={fileName}
          isBusy={apply.isPending}
          onApply={apply.mutate}
          onOther={start}
        />
      ) : (
        <>
          <p className={classes.lead}>
            {t(
              "An IMDF archive or a GeoJSON file, as other workplace and mapping tools export them. You see what is in it before anything is made.",
            )}
          </p>
          <FileDrop
            words={{
              drop: t("Drop an IMDF archive or a GeoJSON file here, or"),
              choose: t("Choose an IMDF archive or a GeoJSON file"),
              busy: t("Reading {file}…", { file: fileName }),
            }}
            endings={[".zip", ".imdf", ".geojson", ".json"]}
            mostMegabytes={20}
            isBusy={preview.isPending}
            onFile={look}
          />
        </>
      )}
      {problem && !apply.data ? (
        <p className={classes.problem} role="alert">
          {t(problem.message)}
        </p>
      ) : null}
    </Modal>
  );
}

function Done({ result: { floors }, onClose }: { result: PlanImportResult; onClose: () => void }) {
  const t = useText();
  return (
    <>
      <p className={classes.lead} role="status">
        {t(
          "{count, plural, one {One draft is ready. Look at it, then publish it.} other {# drafts are ready. Look at each, then publish it.}}",
          { count: floors.length },
        )}
      </p>
      <ul className={classes.done}>
        {floors.map(({ floorId, name, isNew, matched, proposed }) => (
          <li key={floorId}>
            <Link href={`/admin/plans/${floorId}`} className={classes.link}>
              {name}
            </Link>
            <span className={classes.quiet}>
              {[
                isNew ? t("new floor") : null,
                t("{count, plural, one {# space found} other {# spaces found}}", { count: matched }),
                t("{count} to be made", { count: proposed }),
              ]
                .filter(Boolean)
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button onClick={onClose}>{t("Done")}</Button>
      </div>
    </>
  );
}
