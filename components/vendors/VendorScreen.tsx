"use client";

import { useState } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { useNow } from "@/lib/client/use-now";
import { useVendor } from "@/lib/client/use-vendors";
import type { VendorDetail } from "@/lib/core/vendor";
import { vendorLight } from "@/lib/core/vendor-light";
import { ButlrSteps } from "./ButlrSteps";
import { DisruptiveSteps } from "./DisruptiveSteps";
import { LightMark } from "./LightMark";
import { StaleNote } from "./StaleNote";
import { VendorRefusals } from "./VendorRefusals";
import { VendorSample } from "./VendorSample";
import classes from "./VendorScreen.module.css";
import { VendorSecret } from "./VendorSecret";
import { vendorName } from "./vendor-name";
import { lightWords } from "./vendor-words";
import { ZoomSteps } from "./ZoomSteps";

const STEPS = { butlr: ButlrSteps, disruptive: DisruptiveSteps, zoom: ZoomSteps } as const;

/** Connecting one vendor: what to do on both sides, beside a light that tells how it goes. */
export function VendorScreen({ initial, user }: { initial: VendorDetail; user: FrameUser }) {
  const t = useText();
  const { data: vendor, staleSince } = useVendor(initial);
  const now = useNow(1_000, Date.parse(initial.now));
  const [fresh, setFresh] = useState<string | null>(null);
  const VendorSteps = STEPS[vendor.vendor];
  return (
    <AdminFrame user={user} trail={[{ label: t("Vendors"), href: "/admin/vendors" }]} title={vendorName(vendor.vendor)}>
      <StaleNote since={staleSince} />
      <div className={classes.columns}>
        <aside className={classes.side} aria-label={t("Connection")}>
          <LightMark large words={lightWords(vendor, vendorLight(vendor, now), now, t)} />
          {vendor.lastEvent && vendor.sample ? (
            <VendorSample event={vendor.lastEvent} sample={vendor.sample} now={now} />
          ) : null}
          <VendorRefusals vendor={vendor} now={now} />
        </aside>
        <VendorSteps
          vendor={vendor}
          fresh={fresh}
          secret={<VendorSecret vendor={vendor} now={now} fresh={fresh} onFresh={setFresh} />}
        />
      </div>
    </AdminFrame>
  );
}
