import { IconAlertTriangle } from "@tabler/icons-react";
import Link from "next/link";
import { clockTime } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { vendorName } from "@/components/vendors/vendor-name";
import { useSilentFeeds } from "@/lib/client/use-feeds";
import type { FloorSnapshot } from "@/lib/core/floor";
import { outOfDateWords } from "./feed-strip-words";
import classes from "./SilentBanner.module.css";

interface SilentBannerProps {
  readonly spaces: FloorSnapshot["spaces"];
  readonly timeZone: string;
  readonly now: number;
  /** Only admins can do something about it. */
  readonly isAdmin: boolean;
}

/** That a vendor went quiet, and how much of this floor relies on it. A floor without any of it hears nothing. */
export function SilentBanner({ spaces, timeZone, now, isAdmin }: SilentBannerProps) {
  const t = useText();
  const silent = useSilentFeeds().flatMap(({ vendor, silentSince }) => {
    const affected = outOfDateWords(spaces, vendor, t);
    return affected ? [{ vendor, affected, since: clockTime(Date.parse(silentSince), timeZone, now, t) }] : [];
  });
  return (
    <div role="status">
      {silent.map(({ vendor, affected, since }) => (
        <p key={vendor} className={classes.banner}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          <span>
            {t("{vendor} has sent nothing since {since}. {affected}", {
              vendor: vendorName(vendor),
              since,
              affected,
            })}
          </span>
          {isAdmin ? <Link href={`/admin/deliveries?vendor=${vendor}`}>{t("Feed health")}</Link> : null}
        </p>
      ))}
    </div>
  );
}
