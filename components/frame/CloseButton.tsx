import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import classes from "./CloseButton.module.css";

/** The way out of a panel, at the end of its first row. */
export function CloseButton({ onClick }: { readonly onClick: () => void }) {
  const t = useText();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      className={classes.close}
      onClick={onClick}
      aria-label={t("Close")}
    >
      <IconX size={16} />
    </ActionIcon>
  );
}
