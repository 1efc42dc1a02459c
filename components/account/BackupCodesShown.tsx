import { Button } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import { CopyText } from "@/components/vendors/CopyText";
import classes from "./Account.module.css";

/** The codes for the day without the telephone, told this once. */
export function BackupCodesShown({
  codes,
  onDone,
}: {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}) {
  const t = useText();
  return (
    <div className={classes.steps} role="status">
      <p>
        {t(
          "Keep these backup codes where you will find them without your telephone. Each works once. They are shown only here and only now.",
        )}
      </p>
      <CopyText label={t("backup codes")} text={codes.join("\n")} />
      <Button className={classes.start ?? ""} onClick={onDone}>
        {t("I have kept them")}
      </Button>
    </div>
  );
}
