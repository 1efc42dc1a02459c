import { useText } from "@/components/text/TextProvider";
import type { VendorSummary } from "@/lib/core/vendor";
import classes from "./VendorScreen.module.css";
import { refusalWords, since } from "./vendor-words";

/** Who was not believed, and why, newest first. */
export function VendorRefusals({ vendor, now }: { vendor: VendorSummary; now: number }) {
  const t = useText();
  if (vendor.refusals.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t("Refused")}>
      <h2 className={classes.heading}>{t("Refused")}</h2>
      <ul className={classes.refusals}>
        {vendor.refusals.map((refusal) => (
          <li key={refusal.reason}>
            {refusalWords(vendor, refusal, t)}
            <span className={classes.quiet} suppressHydrationWarning>
              {since(refusal.at, now, t)}
              {refusal.count > 1 ? ` · ${t("{count, plural, other {# times so far}}", { count: refusal.count })}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
