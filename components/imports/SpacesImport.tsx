import { useEffect, useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { ApiError } from "@/lib/client/api";
import { useApplyImport, usePreviewImport } from "@/lib/client/use-import";
import type { ImportResult } from "@/lib/core/imports/import-report";
import { FileDrop } from "./FileDrop";
import { ImportDone } from "./ImportDone";
import classes from "./Imports.module.css";
import { ReportView } from "./ReportView";

/** A file goes in, what it would do comes out, and then it is done or not. */
export function SpacesImport({ onBusy }: { readonly onBusy: (isBusy: boolean) => void }) {
  const t = useText();
  const preview = usePreviewImport();
  const apply = useApplyImport();
  const [file, setFile] = useState<File | null>(null);
  const [done, setDone] = useState<ImportResult | null>(null);
  const [hasMoved, setHasMoved] = useState(false);
  useEffect(() => onBusy(apply.isPending), [apply.isPending, onBusy]);
  const look = (chosen: File) => {
    setFile(chosen);
    setDone(null);
    preview.mutate(chosen);
  };
  const start = (chosen: File) => {
    setHasMoved(false);
    apply.reset();
    look(chosen);
  };
  const again = () => {
    setFile(null);
    setDone(null);
    preview.reset();
  };
  const doIt = (fingerprint: string) => {
    if (!file) return;
    const onError = (error: Error) => {
      const isStale = error instanceof ApiError && error.code === "conflict";
      setHasMoved(isStale);
      if (isStale) look(file);
    };
    apply.mutate({ file, fingerprint }, { onSuccess: setDone, onError });
  };

  if (done) return <ImportDone result={done} onAgain={again} />;
  const failure = preview.error ?? (hasMoved ? null : apply.error);
  return (
    <>
      {preview.data && file ? (
        <ReportView
          report={preview.data}
          fileName={file.name}
          isBusy={apply.isPending || preview.isPending}
          onApply={() => doIt(preview.data.fingerprint)}
          onOther={again}
        />
      ) : (
        <FileDrop
          words={{
            drop: t("Drop a CSV or Excel file here, or"),
            choose: t("Choose a CSV or Excel file"),
            busy: t("Reading {file}…", { file: file?.name ?? "" }),
          }}
          endings={[".csv", ".tsv", ".txt", ".xlsx"]}
          mostMegabytes={10}
          isBusy={preview.isPending}
          onFile={start}
        />
      )}
      {hasMoved ? (
        <p className={classes.moved} role="status">
          {t(
            "Spaces or sources have changed since the preview, so nothing was imported. This is what the file would do now.",
          )}
        </p>
      ) : null}
      <FormError message={failure?.message ?? null} />
    </>
  );
}
