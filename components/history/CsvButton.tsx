import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import { downloadText } from "@/lib/client/download-text";
import { csvText } from "@/lib/core/csv-text";

interface CsvButtonProps {
  /** What it saves, for those who cannot see where it stands. */
  readonly label: string;
  /** Without its ending. */
  readonly name: string;
  readonly rows: () => string[][];
}

/** Saves exactly what stands beside it. */
export function CsvButton({ label, name, rows }: CsvButtonProps) {
  const t = useText();
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />}
      aria-label={label}
      onClick={() => downloadText(csvText(rows()), `${name}.csv`, "text/csv;charset=utf-8")}
    >
      {t("CSV")}
    </Button>
  );
}
