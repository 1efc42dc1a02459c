import { IconAlertTriangle } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import { CopyText } from "./CopyText";
import classes from "./Steps.module.css";
import { addressProblem } from "./vendor-words";

/** The address to give the vendor, and whether they could reach it. */
export function WebhookAddress({ url }: { url: string }) {
  const t = useText();
  const problem = addressProblem(url, t);
  return (
    <>
      <CopyText label={t("webhook address")} text={url} />
      {problem === null ? null : (
        <div className={classes.warning}>
          <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
          <span>{problem}</span>
        </div>
      )}
    </>
  );
}
