"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { useNow } from "@/lib/client/use-now";
import { useStart } from "@/lib/client/use-start";
import { useVendors } from "@/lib/client/use-vendors";
import type { StartState } from "@/lib/core/start";
import type { VendorList } from "@/lib/core/vendor";
import { vendorLight } from "@/lib/core/vendor-light";
import { FloorStep } from "./FloorStep";
import { SiteStep } from "./SiteStep";
import classes from "./Start.module.css";
import { StartStep } from "./StartStep";
import { VendorStep } from "./VendorStep";

const STEPS = ["site", "vendor", "floor", "sources", "none"] as const;
type Step = (typeof STEPS)[number];

interface StartScreenProps {
  readonly initial: StartState;
  readonly vendors: VendorList;
  readonly user: FrameUser;
}

/** The first set-up, step by step. What is done is read from what there is, so that it can be left at any time. */
export function StartScreen({ initial, vendors: initialVendors, user }: StartScreenProps) {
  const t = useText();
  const start = useStart(initial);
  const { data: vendors } = useVendors(initialVendors);
  const now = useNow(1_000, Date.parse(initialVendors.now));
  const [chosen, setChosen] = useQueryState("step", parseAsStringLiteral(STEPS));
  const connected = vendors.items.filter((vendor) => vendorLight(vendor, now).kind === "connected").length;
  const isDone: Record<Exclude<Step, "none">, boolean> = {
    site: start.site?.timeZone != null,
    vendor: connected > 0,
    floor: start.floor?.hasPlan ?? false,
    sources: connected > 0 && start.waitingSources === 0,
  };
  const next = STEPS.find((step) => step !== "none" && !isDone[step]) ?? "none";
  const open = chosen ?? next;
  const step = (name: Exclude<Step, "none">) => ({
    isDone: isDone[name],
    isOpen: open === name,
    onToggle: () => void setChosen(open === name ? "none" : name),
  });
  return (
    <AdminFrame user={user} title={t("Getting started")}>
      <p className={classes.lead}>
        {t(
          "A few minutes to the first live room. Leave whenever you like: what is done stays done, and this page is under Admin.",
        )}
      </p>
      <ol className={classes.steps}>
        <StartStep number={1} title={t("Your site")} summary={siteWords(start)} {...step("site")}>
          <SiteStep key={start.site?.id} site={start.site} onDone={() => void setChosen(null)} />
        </StartStep>
        <StartStep number={2} title={t("Connect a vendor")} summary={vendorWords(connected)} {...step("vendor")}>
          <VendorStep vendors={vendors} start={start} now={now} />
        </StartStep>
        <StartStep number={3} title={t("The first floor")} summary={floorWords(start)} {...step("floor")}>
          <FloorStep start={start} />
        </StartStep>
        <StartStep number={4} title={t("Say where sensors stand")} summary={sourceWords(start)} {...step("sources")}>
          <Link href="/admin/sources" className={classes.link}>
            {t("Open Sources")}
          </Link>
        </StartStep>
      </ol>
      {start.floor === null ? null : (
        <div className={classes.end}>
          <Button component={Link} href={`/floors/${start.floor.id}`} variant={next === "none" ? "filled" : "default"}>
            {t("Go to the live floor")}
          </Button>
        </div>
      )}
    </AdminFrame>
  );
}

function siteWords({ site }: StartState): string {
  if (site === null) return "Its name, time zone and working hours";
  return site.timeZone === null ? `${site.name}: its time zone is not known yet` : `${site.name}, ${site.timeZone}`;
}

const vendorWords = (connected: number): string =>
  connected === 0 ? "Give it an address and a secret, and wait for its first event" : `${connected} of 3 connected`;

function floorWords({ floor }: StartState): string {
  if (floor === null) return "A building with a floor";
  return floor.hasPlan ? `${floor.name} has a plan` : `${floor.name} is there; draw its plan, or go without`;
}

function sourceWords({ waitingSources }: StartState): string {
  if (waitingSources === 0) return "None waits now";
  return waitingSources === 1 ? "One waits; what it sent is kept" : `${waitingSources} wait; what they sent is kept`;
}
