import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { DateTime } from "luxon";
import { useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { usePreviewConfiguration, useRestoreConfiguration } from "@/lib/client/use-configuration";
import type { ConfigurationSummary } from "@/lib/core/configuration";
import { dated } from "@/lib/core/dated";
import { FileDrop } from "./FileDrop";
import classes from "./Imports.module.css";
import { contentWords } from "./import-words";

/** The whole configuration as a file: taken away, or brought into an empty system. */
export function Configuration({ isDisabled }: { readonly isDisabled: boolean }) {
  const t = useText();
  return (
    <section className={classes.section} aria-labelledby="configuration-heading">
      <div className={classes.head}>
        <div>
          <h2 id="configuration-heading">{t("The whole configuration")}</h2>
          <p className={classes.lead}>
            {t(
              "Sites, spaces, types, hours, plans with their drawings, sources and where they stand, limits of the air and alert rules, in one JSON file. No secrets, no people, no readings. It can be restored where there are no spaces yet.",
            )}
          </p>
        </div>
        <Button
          component="a"
          variant="default"
          href="/api/configuration"
          download
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        >
          {t("Export the configuration")}
        </Button>
      </div>
      <Restore isDisabled={isDisabled} />
    </section>
  );
}

function Restore({ isDisabled }: { readonly isDisabled: boolean }) {
  const t = useText();
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
          words={{
            drop: t("Drop a configuration file here, or"),
            choose: t("Choose a configuration file"),
            busy: t("Reading {file}…", { file: file?.name ?? "" }),
          }}
          endings={[".json"]}
          mostMegabytes={128}
          isBusy={preview.isPending}
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
  const t = useText();
  const { isApplied, obstacle } = summary;
  const exported = dated(DateTime.fromISO(summary.exportedAt), "d LLL yyyy HH:mm", t);
  return (
    <div className={classes.summary}>
      <div>
        <div role="status">
          <h3>{isApplied ? t("Restored") : fileName}</h3>
        </div>
        <p className={classes.quiet}>
          {t("{content}. Exported {exported}.", { content: contentWords(summary, t), exported })}
        </p>
        {obstacle !== null ? <p className={classes.obstacle}>{obstacle}</p> : null}
      </div>
      <div className={classes.actions}>
        <Button variant="default" onClick={onOther} disabled={isBusy}>
          {t("Another file")}
        </Button>
        {isApplied || obstacle !== null ? null : (
          <Button onClick={onRestore} loading={isBusy}>
            {t("Restore")}
          </Button>
        )}
      </div>
    </div>
  );
}
