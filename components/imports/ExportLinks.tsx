import { Button } from "@mantine/core";
import { IconDownload, IconTable } from "@tabler/icons-react";
import classes from "./Imports.module.css";

/** Files to start from. */
export function ExportLinks() {
  return (
    <div className={classes.actions}>
      <Button
        component="a"
        variant="default"
        href="/api/imports/spaces"
        download
        leftSection={<IconTable size={16} stroke={1.75} aria-hidden />}
      >
        Template
      </Button>
      <Button
        component="a"
        variant="default"
        href="/api/exports/spaces"
        download
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
      >
        Export spaces
      </Button>
    </div>
  );
}
