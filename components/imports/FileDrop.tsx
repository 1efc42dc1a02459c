import { Button, VisuallyHidden } from "@mantine/core";
import { Dropzone, type FileRejection } from "@mantine/dropzone";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import classes from "./Imports.module.css";

interface FileDropWords {
  /** "Drop a CSV or Excel file here, or" */
  readonly drop: string;
  /** "Choose a CSV or Excel file" */
  readonly choose: string;
  /** Said while busy. */
  readonly busy: string;
}

interface FileDropProps {
  readonly words: FileDropWords;
  /** Of the file names: ".csv". The server looks at the bytes. */
  readonly endings: readonly string[];
  readonly mostMegabytes: number;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop one file, or to choose it by keyboard. */
export function FileDrop({ words, endings, mostMegabytes, isBusy, onFile }: FileDropProps) {
  const t = useText();
  const choose = useRef<() => void>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (files: readonly File[]) => {
    const [file] = files;
    const name = file?.name.toLowerCase() ?? "";
    if (!file) return;
    if (!endings.some((ending) => name.endsWith(ending)))
      return setProblem(t("{sentence}.", { sentence: words.choose }));
    setProblem(null);
    onFile(file);
  };
  const refuse = ([rejection]: readonly FileRejection[]) =>
    setProblem(
      rejection?.errors[0]?.code === "file-too-large"
        ? t("{file} is larger than {most} MB.", { file: rejection.file.name, most: mostMegabytes })
        : t("Choose one file."),
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
        openRef={choose}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        data-busy={isBusy || undefined}
      >
        <div className={classes.dropWords}>
          <IconFileSpreadsheet size={24} stroke={1.5} aria-hidden />
          <span>{isBusy ? words.busy : words.drop}</span>
          <Button variant="default" size="xs" disabled={isBusy} onClick={() => choose.current?.()}>
            {words.choose}
          </Button>
          <span className={classes.quiet}>{t("At most {most} MB", { most: mostMegabytes })}</span>
        </div>
      </Dropzone>
      <VisuallyHidden role="status">{isBusy ? words.busy : null}</VisuallyHidden>
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
