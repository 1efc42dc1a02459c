import { Button } from "@mantine/core";
import Link from "next/link";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { LightMark } from "@/components/vendors/LightMark";
import { vendorName } from "@/components/vendors/vendor-name";
import { lightWords, VENDOR_WORDS } from "@/components/vendors/vendor-words";
import { useSimulator } from "@/lib/client/use-start";
import type { StartState } from "@/lib/core/start";
import type { VendorList } from "@/lib/core/vendor";
import { vendorLight } from "@/lib/core/vendor-light";
import classes from "./Start.module.css";

interface VendorStepProps {
  readonly vendors: VendorList;
  readonly start: StartState;
  readonly now: number;
}

/** Whose sensors this server hears; or a made-up building, to look around in first. */
export function VendorStep({ vendors, start, now }: VendorStepProps) {
  const t = useText();
  return (
    <>
      <ul className={classes.vendors}>
        {vendors.items.map((vendor) => (
          <li key={vendor.vendor} className={classes.vendor}>
            <div>
              <Link href={`/admin/vendors/${vendor.vendor}`} className={classes.link}>
                {vendorName(vendor.vendor)}
              </Link>
              <p className={classes.quiet}>{t(VENDOR_WORDS[vendor.vendor].tells)}</p>
            </div>
            <LightMark words={lightWords(vendor, vendorLight(vendor, now), now, t)} />
          </li>
        ))}
      </ul>
      <SimulatorBox start={start} />
    </>
  );
}

function SimulatorBox({ start }: { start: StartState }) {
  const t = useText();
  const simulator = useSimulator();
  const { simulator: state, hasDeliveries, simulated } = start;
  if (state === "unavailable" || (state === "off" && hasDeliveries && !simulated)) return null;
  const isRunning = state === "running";
  return (
    <section className={classes.simulator} aria-label={t("Simulator")}>
      <div>
        <h3 className={classes.small}>{isRunning ? t("A made-up building is posting") : t("No vendor at hand?")}</h3>
        <p className={classes.quiet}>
          {isRunning
            ? t(
                "Everything on the site Riverside is made up. Stop it before you connect a vendor, and archive the site under Spaces.",
              )
            : t(
                "Let a made-up building post to this server, as the three vendors would. Do it only on a server that is for looking around.",
              )}
        </p>
        <FormError message={simulator.error?.message ?? null} />
      </div>
      <Button variant="default" loading={simulator.isPending} onClick={() => simulator.mutate(!isRunning)}>
        {isRunning ? t("Stop the simulator") : t("Start the simulator")}
      </Button>
    </section>
  );
}
