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
import type { Text } from "@/lib/core/text";
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
        <StartStep number={1} title={t("Your site")} summary={siteWords(start, t)} {...step("site")}>
          <SiteStep key={start.site?.id} site={start.site} onDone={() => void setChosen(null)} />
        </StartStep>
        <StartStep number={2} title={t("Connect a vendor")} summary={vendorWords(connected, t)} {...step("vendor")}>
          <VendorStep vendors={vendors} start={start} now={now} />
        </StartStep>
        <StartStep number={3} title={t("The first floor")} summary={floorWords(start, t)} {...step("floor")}>
          <FloorStep start={start} />
        </StartStep>
        <StartStep number={4} title={t("Say where sensors stand")} summary={sourceWords(start, t)} {...step("sources")}>
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

function siteWords({ site }: StartState, t: Text): string {
  if (site === null) return t("Its name, time zone and working hours");
  return site.timeZone === null
    ? t("{name}: its time zone is not known yet", { name: site.name })
    : `${site.name}, ${site.timeZone}`;
}

const vendorWords = (connected: number, t: Text): string =>
  connected === 0
    ? t("Give it an address and a secret, and wait for its first event")
    : t("{connected} of 3 connected", { connected });

function floorWords({ floor }: StartState, t: Text): string {
  if (floor === null) return t("A building with a floor");
  const { name } = floor;
  return floor.hasPlan
    ? t("{name} has a plan", { name })
    : t("{name} is there; draw its plan, or go without", { name });
}

const sourceWords = ({ waitingSources }: StartState, t: Text): string =>
  t(
    "{count, plural, =0 {None waits now} one {One waits; what it sent is kept} other {# wait; what they sent is kept}}",
    {
      count: waitingSources,
    },
  );
