import { Button, SegmentedControl } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { downloadText } from "@/lib/client/download-text";
import { COLUMN_TITLES } from "@/lib/core/imports/import-columns";
import { type ImportReport, OUTCOMES, type Outcome } from "@/lib/core/imports/import-report";
import { problemsCsv } from "@/lib/core/imports/problems-csv";
import classes from "./Imports.module.css";
import { besidesWords, columnWord, outcomeWord, summaryWords } from "./import-words";
import { ReportTable } from "./ReportTable";

interface ReportViewProps {
  readonly report: ImportReport;
  readonly fileName: string;
  readonly isBusy: boolean;
  readonly onApply: () => void;
  /** Another file, please. */
  readonly onOther: () => void;
}

type Filter = Outcome | "all";

/** What would happen to every row, and the button that does it. */
export function ReportView({ report, fileName, isBusy, onApply, onOther }: ReportViewProps) {
  const t = useText();
  const { counts, rows } = report;
  const [filter, setFilter] = useState<Filter>(counts.problem > 0 ? "problem" : "all");
  const ready = counts.create + counts.update;
  const shown = filter === "all" ? rows : rows.filter(({ outcome }) => outcome === filter);
  const besides = besidesWords(report, t);
  return (
    <div>
      <div className={classes.summary}>
        <div>
          <h3 aria-live="polite">{summaryWords(report, t)}</h3>
          <p className={classes.quiet}>
            {t("{file}, {count, plural, one {# row} other {# rows}}.", { file: fileName, count: rows.length })}{" "}
            {besides}
          </p>
        </div>
        <div className={classes.actions}>
          <Button variant="default" onClick={onOther} disabled={isBusy}>
            {t("Another file")}
          </Button>
          <Button onClick={onApply} loading={isBusy} disabled={ready === 0}>
            {ready === 0
              ? t("Nothing to import")
              : t("Import {count, plural, one {# row} other {# rows}}", { count: ready })}
          </Button>
        </div>
      </div>
      {counts.problem > 0 ? (
        <div className={classes.problems}>
          <p>
            {t(
              "{count, plural, one {# row has a problem and is left out} other {# rows have a problem and are left out}}. Correct them in the file and import it again: what is done stays as it is.",
              { count: counts.problem },
            )}
          </p>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />}
            onClick={() => downloadText(problemsCsv(rows, t), "import-problems.csv", "text/csv")}
          >
            {t("Download the problems")}
          </Button>
        </div>
      ) : null}
      <ColumnsLine report={report} />
      <SegmentedControl
        className={classes.filter ?? ""}
        aria-label={t("Which rows")}
        value={filter}
        onChange={(value) => setFilter(value as Filter)} // its values are those below
        data={(["all", ...OUTCOMES] as const)
          .filter((one) => one === "all" || counts[one] > 0)
          .map((one) => ({
            value: one,
            label: one === "all" ? t("All {count}", { count: rows.length }) : `${outcomeWord(one, t)} ${counts[one]}`,
          }))}
      />
      <ReportTable key={filter} rows={shown} />
    </div>
  );
}

/** How the headers were understood. */
function ColumnsLine({ report: { columns, ignored } }: { readonly report: ImportReport }) {
  const t = useText();
  const renamed = columns.filter(({ header, column }) => header !== COLUMN_TITLES[column]);
  if (renamed.length === 0 && ignored.length === 0) return null;
  return (
    <p className={classes.quiet}>
      {renamed.map(
        ({ header, column }) => `${t("“{header}” is read as {column}.", { header, column: columnWord(column, t) })} `,
      )}
      {ignored.length > 0 ? t("Not used: {columns}.", { columns: ignored.join(t(", ")) }) : null}
    </p>
  );
}
