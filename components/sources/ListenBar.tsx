import { IconHandFinger } from "@tabler/icons-react";
import { CODE, rich } from "@/components/text/rich";
import { useText } from "@/components/text/TextProvider";
import { vendorShort } from "@/components/vendors/vendor-name";
import type { Touch } from "@/lib/client/use-touches";
import classes from "./ListenBar.module.css";

interface ListenBarProps {
  readonly last: Touch | null;
  readonly isUnanswered: boolean;
}

/** While somebody listens: what to do, and which device it was. */
export function ListenBar({ last, isUnanswered }: ListenBarProps) {
  const t = useText();
  return (
    <p className={classes.bar} role="status" data-touched={last ? true : undefined}>
      <IconHandFinger size={16} stroke={1.75} aria-hidden />
      {last ? (
        <span>
          {rich(
            t("<b>{vendorShort} {name}</b> was touched. {whereWords}", {
              vendorShort: vendorShort(last.vendor),
              name: last.name,
              whereWords: whereWords(last),
            }),
            CODE,
          )}
        </span>
      ) : (
        <span>
          {isUnanswered
            ? t("The server does not answer. Trying again.")
            : t("Listening. Touch a DT sensor: its row lights up here.")}
        </span>
      )}
    </p>
  );
}

function whereWords({ space, isIgnored }: Touch): string {
  if (space) return `It stands in ${space.name}.`;
  return isIgnored ? "It is ignored." : "It waits for a place.";
}
