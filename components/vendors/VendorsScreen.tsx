"use client";

import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { useNow } from "@/lib/client/use-now";
import { useVendors } from "@/lib/client/use-vendors";
import type { VendorList } from "@/lib/core/vendor";
import { StaleNote } from "./StaleNote";
import { VendorCard } from "./VendorCard";
import classes from "./VendorsScreen.module.css";

/** Every vendor with its light. */
export function VendorsScreen({ initial, user }: { initial: VendorList; user: FrameUser }) {
  const t = useText();
  const { data, staleSince } = useVendors(initial);
  const now = useNow(1_000, Date.parse(initial.now));
  return (
    <AdminFrame user={user} title={t("Vendors")}>
      <p className={classes.lead}>
        {t(
          "Whose sensors and rooms this server hears. Connecting one takes a few minutes and somebody with access to its console.",
        )}
      </p>
      <StaleNote since={staleSince} />
      <ul className={classes.cards}>
        {data.items.map((vendor) => (
          <li key={vendor.vendor}>
            <VendorCard vendor={vendor} now={now} />
          </li>
        ))}
      </ul>
    </AdminFrame>
  );
}
