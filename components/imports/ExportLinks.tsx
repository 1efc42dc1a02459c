import { Button } from "@mantine/core";
import { IconDownload, IconTable } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import classes from "./Imports.module.css";

/** Files to start from. */
export function ExportLinks() {
  const t = useText();
  return (
    <div className={classes.actions}>
      <Button
        component="a"
        variant="default"
        href="/api/imports/spaces"
        download
        leftSection={<IconTable size={16} stroke={1.75} aria-hidden />}
      >
        {t("Template")}
      </Button>
      <Button
        component="a"
        variant="default"
        href="/api/exports/spaces"
        download
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
      >
        {t("Export spaces")}
      </Button>
    </div>
  );
}
