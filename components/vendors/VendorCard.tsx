import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { useText } from "@/components/text/TextProvider";
import type { VendorSummary } from "@/lib/core/vendor";
import { hasProof, vendorLight } from "@/lib/core/vendor-light";
import { LightMark } from "./LightMark";
import classes from "./VendorCard.module.css";
import { vendorName } from "./vendor-name";
import { lightWords, VENDOR_WORDS } from "./vendor-words";

/** One vendor: what it tells, how it goes, and the way to its set-up. */
export function VendorCard({ vendor, now }: { vendor: VendorSummary; now: number }) {
  const t = useText();
  const name = vendorName(vendor.vendor);
  const { tells } = VENDOR_WORDS[vendor.vendor];
  return (
    <article className={classes.card} aria-label={name}>
      <div>
        <h2 className={classes.name}>
          <Link href={`/admin/vendors/${vendor.vendor}`} className={classes.link}>
            {name}
          </Link>
        </h2>
        <p className={classes.tells}>{t(tells)}</p>
      </div>
      <LightMark words={lightWords(vendor, vendorLight(vendor, now), now, t)} />
      <p className={classes.more} aria-hidden>
        {hasProof(vendor) ? t("Settings") : t("Connect")}
        <IconChevronRight size={16} stroke={1.75} />
      </p>
    </article>
  );
}
