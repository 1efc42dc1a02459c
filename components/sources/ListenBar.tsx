import { IconHandFinger } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import { useRich } from "@/components/text/use-rich";
import { vendorShort } from "@/components/vendors/vendor-name";
import type { Touch } from "@/lib/client/use-touches";
import type { Text } from "@/lib/core/text";
import classes from "./ListenBar.module.css";

interface ListenBarProps {
  readonly last: Touch | null;
  readonly isUnanswered: boolean;
}

/** While somebody listens: what to do, and which device it was. */
export function ListenBar({ last, isUnanswered }: ListenBarProps) {
  const t = useText();
  const rich = useRich();
  return (
    <p className={classes.bar} role="status" data-touched={last ? true : undefined}>
      <IconHandFinger size={16} stroke={1.75} aria-hidden />
      {last ? (
        <span>
          {rich("{device} was touched.", {
            device: (
              <b>
                {vendorShort(last.vendor)} {last.name}
              </b>
            ),
          })}{" "}
          {whereWords(last, t)}
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

function whereWords({ space, isIgnored }: Touch, t: Text): string {
  if (space) return t("It stands in {name}.", { name: space.name });
  return isIgnored ? t("It is ignored.") : t("It waits for a place.");
}
