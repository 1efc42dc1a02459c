import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { usePreviewConfiguration, useRestoreConfiguration } from "@/lib/client/use-configuration";
import type { ConfigurationSummary } from "@/lib/core/configuration";
import { FileDrop } from "./FileDrop";
import classes from "./Imports.module.css";
import { contentWords } from "./import-words";

/** The whole configuration as a file: taken away, or brought into an empty system. */
export function Configuration({ isDisabled }: { readonly isDisabled: boolean }) {
  return (
    <section className={classes.section} aria-labelledby="configuration-heading">
      <div className={classes.head}>
        <div>
          <h2 id="configuration-heading">The whole configuration</h2>
          <p className={classes.lead}>
            Sites, spaces, types, hours, plans with their drawings, sources and where they stand, limits of the air and
            alert rules, in one JSON file. No secrets, no people, no readings. It can be restored where there are no
            spaces yet.
          </p>
        </div>
        <Button
          component="a"
          variant="default"
          href="/api/configuration"
          download
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        >
          Export the configuration
        </Button>
      </div>
      <Restore isDisabled={isDisabled} />
    </section>
  );
}

function Restore({ isDisabled }: { readonly isDisabled: boolean }) {
  const preview = usePreviewConfiguration();
  const restore = useRestoreConfiguration();
  const [file, setFile] = useState<File | null>(null);
  const look = (chosen: File) => {
    setFile(chosen);
    restore.reset();
    preview.mutate(chosen);
  };
  const summary = restore.data ?? preview.data;
  const failure = restore.error ?? preview.error;
  return (
    <>
      {summary && file ? (
        <Summary
          summary={summary}
          fileName={file.name}
          isBusy={restore.isPending || isDisabled}
          onRestore={() => restore.mutate(file)}
          onOther={() => {
            preview.reset();
            restore.reset();
          }}
        />
      ) : (
        <FileDrop
          what="a configuration file"
          endings={[".json"]}
          mostMegabytes={128}
          isBusy={preview.isPending}
          busyWords={`Reading ${file?.name ?? "the file"}…`}
          onFile={look}
        />
      )}
      <FormError message={failure?.message ?? null} />
    </>
  );
}

interface SummaryProps {
  readonly summary: ConfigurationSummary;
  readonly fileName: string;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
  readonly onOther: () => void;
}

function Summary({ summary, fileName, isBusy, onRestore, onOther }: SummaryProps) {
  const { isApplied, obstacle, exportedAt } = summary;
  return (
    <div className={classes.summary}>
      <div>
        <div role="status">
          <h3>{isApplied ? "Restored" : fileName}</h3>
        </div>
        <p className={classes.quiet}>
          {contentWords(summary)}. Exported {new Date(exportedAt).toLocaleString("en-GB", WHEN)}.
        </p>
        {obstacle !== null ? <p className={classes.obstacle}>{obstacle}</p> : null}
      </div>
      <div className={classes.actions}>
        <Button variant="default" onClick={onOther} disabled={isBusy}>
          Another file
        </Button>
        {isApplied || obstacle !== null ? null : (
          <Button onClick={onRestore} loading={isBusy}>
            Restore
          </Button>
        )}
      </div>
    </div>
  );
}

const WHEN = { dateStyle: "medium", timeStyle: "short" } as const;
