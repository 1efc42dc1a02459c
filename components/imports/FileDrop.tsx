import { VisuallyHidden } from "@mantine/core";
import { Dropzone, type FileRejection } from "@mantine/dropzone";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import classes from "./Imports.module.css";

interface FileDropProps {
  /** What to drop: "a CSV or Excel file". */
  readonly what: string;
  /** Of the file names: ".csv". The server looks at the bytes. */
  readonly endings: readonly string[];
  readonly mostMegabytes: number;
  readonly isBusy: boolean;
  /** Said while busy. */
  readonly busyWords: string;
  readonly onFile: (file: File) => void;
}

/** A place to drop one file, or to choose it by keyboard. */
export function FileDrop({ what, endings, mostMegabytes, isBusy, busyWords, onFile }: FileDropProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = (files: readonly File[]) => {
    const [file] = files;
    const name = file?.name.toLowerCase() ?? "";
    if (!file) return;
    if (!endings.some((ending) => name.endsWith(ending))) return setProblem(`Choose ${what}.`);
    setProblem(null);
    onFile(file);
  };
  const refuse = ([rejection]: readonly FileRejection[]) =>
    setProblem(
      rejection?.errors[0]?.code === "file-too-large"
        ? `${rejection.file.name} is larger than ${mostMegabytes} MB.`
        : "Choose one file.",
    );
  return (
    <div>
      <Dropzone
        onDrop={take}
        onReject={refuse}
        maxSize={mostMegabytes << 20}
        multiple={false}
        disabled={isBusy}
        className={classes.drop ?? ""}
        role="button"
        aria-label={`Choose ${what}`}
        aria-disabled={isBusy}
        data-busy={isBusy || undefined}
      >
        <div className={classes.dropWords}>
          <IconFileSpreadsheet size={24} stroke={1.5} aria-hidden />
          <span>{isBusy ? busyWords : `Drop ${what} here, or choose one`}</span>
          <span className={classes.quiet}>At most {mostMegabytes} MB</span>
        </div>
      </Dropzone>
      <VisuallyHidden role="status">{isBusy ? busyWords : null}</VisuallyHidden>
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
