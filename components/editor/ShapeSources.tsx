import { IconCpu } from "@tabler/icons-react";
import { lastHeardWords, lateWords } from "@/components/space/source-words";
import { useText } from "@/components/text/TextProvider";
import { vendorName } from "@/components/vendors/vendor-name";
import { useNow } from "@/lib/client/use-now";
import type { SpaceSource } from "@/lib/core/floor";
import { Vendor } from "@/lib/core/vendor";
import classes from "./Panel.module.css";

const AGE_STEP_MS = 5_000;

const calledBy = (vendor: string): string => {
  const known = Vendor.safeParse(vendor);
  return known.success ? vendorName(known.data) : vendor;
};

/** Who reports about the space of a shape, and when each was last heard. */
export function ShapeSources({ sources, started }: { sources: readonly SpaceSource[]; started: number }) {
  const t = useText();
  const now = useNow(AGE_STEP_MS, started);
  return (
    <section className={classes.section} aria-label={t("Sources")}>
      <h3 className={classes.heading}>{t("Sources")}</h3>
      {sources.length === 0 ? <p className={classes.quiet}>{t("None yet. It will read “Not monitored”.")}</p> : null}
      <ul className={classes.list}>
        {sources.map((source) => (
          <li key={source.id} className={classes.row}>
            <IconCpu size={16} stroke={1.75} className={classes.icon} aria-hidden />
            <span className={classes.grow}>
              {calledBy(source.vendor)} {source.name}
            </span>
            <span className={classes.age} data-fresh={lateWords(source, now, t) === null || undefined}>
              {lastHeardWords(source, now, t)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
