import { useText } from "@/components/text/TextProvider";
import { vendorShort } from "@/components/vendors/vendor-name";
import { useFeeds } from "@/lib/client/use-feeds";
import type { VendorId } from "@/lib/core/observation";
import { typeWord } from "./inbox-words";
import classes from "./UnhandledTypes.module.css";

interface UnhandledTypesProps {
  readonly onChoose: (vendor: VendorId, type: string) => void;
}

/** What vendors send that nobody reads, by type: one click lists them. */
export function UnhandledTypes({ onChoose }: UnhandledTypesProps) {
  const t = useText();
  const types = (useFeeds() ?? []).flatMap(({ vendor, unhandled }) => unhandled.map((one) => ({ vendor, ...one })));
  if (types.length === 0) return null;
  return (
    <section className={classes.types} aria-label={t("Unhandled in 24 h")}>
      <h2>{t("Unhandled in 24 h")}</h2>
      <ul>
        {types.map(({ vendor, type, count }) => (
          <li key={`${vendor} ${type}`}>
            <button type="button" onClick={() => onChoose(vendor, type)}>
              {vendorShort(vendor)} <code>{typeWord(type, t)}</code> <b>{count}</b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
