import { parseArgs } from "node:util";
import { z } from "zod";
import { VENDORS, type VendorId } from "@/lib/core/observation";
import { liveCounts } from "@/lib/simulator/butlr-feed";
import { demoFeeds } from "@/lib/simulator/demo-feed";
import { FAULTS, outagesOf, withFaults } from "@/lib/simulator/faults";
import { startLive } from "@/lib/simulator/live-feed";
import type { LiveFeed } from "@/lib/simulator/planned-post";
import { createWebhookPoster } from "@/lib/simulator/post-webhooks";
import type { VendorSecrets } from "@/lib/simulator/sign";
import { demoBuilding } from "@/prisma/seed/demo-building";

const USAGE = `usage: npm run simulate -- [--url http://localhost:3000] [--vendor ${VENDORS.join(",")}]
         [--speed <times as fast>] [--fault ${FAULTS.join(",")}]
Posts the demo building live until Ctrl-C, as every vendor that has its secret in the environment:
BUTLR_WEBHOOK_KEY (and BUTLR_WEBHOOK_HEADER), DT_SIGNATURE_SECRET, ZOOM_WEBHOOK_SECRET_TOKEN.`;

/** One or several with commas. */
const listOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z
    .string()
    .transform((list) => new Set(list.split(",").filter(Boolean)))
    .pipe(z.set(z.enum(words)));

const Options = z.object({
  url: z.url().default("http://localhost:3000"),
  vendor: listOf(VENDORS).optional(),
  speed: z.coerce.number().positive().default(1),
  fault: listOf(FAULTS).default(new Set()),
});

/** A server takes several secrets with commas while one is replaced; the first one signs. */
const FirstOfList = z
  .string()
  .optional()
  .transform((list) => list?.split(",")[0]?.trim() || undefined);

const Secrets = z
  .object({
    BUTLR_WEBHOOK_KEY: FirstOfList,
    BUTLR_WEBHOOK_HEADER: z.string().min(1).default("x-api-key"),
    DT_SIGNATURE_SECRET: FirstOfList,
    ZOOM_WEBHOOK_SECRET_TOKEN: FirstOfList,
  })
  .transform(
    (env): VendorSecrets => ({
      ...(env.BUTLR_WEBHOOK_KEY && { butlr: { key: env.BUTLR_WEBHOOK_KEY, header: env.BUTLR_WEBHOOK_HEADER } }),
      ...(env.DT_SIGNATURE_SECRET && { disruptive: env.DT_SIGNATURE_SECRET }),
      ...(env.ZOOM_WEBHOOK_SECRET_TOKEN && { zoom: env.ZOOM_WEBHOOK_SECRET_TOKEN }),
    }),
  );

interface Plan extends Omit<z.infer<typeof Options>, "vendor"> {
  readonly vendors: readonly VendorId[];
  readonly secrets: VendorSecrets;
}

const REPORT_EVERY_MS = 10_000;
const MINUTE_MS = 60_000;

function readPlan(): Plan {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { url: text, vendor: text, speed: text, fault: text } });
  const { vendor, ...options } = Options.parse(values);
  const secrets = Secrets.parse(process.env);
  const vendors = VENDORS.filter((id) => (vendor ? vendor.has(id) : secrets[id] !== undefined));
  const unsigned = vendors.filter((id) => secrets[id] === undefined);
  if (unsigned.length > 0) throw new Error(`The environment has no secret of ${unsigned.join(" and ")}.`);
  if (vendors.length === 0) throw new Error("The environment has no vendor's secret.");
  return { ...options, vendors, secrets };
}

function simulate({ url, vendors, secrets, speed, fault }: Plan): void {
  const startedAt = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  const building = demoFeeds(demoBuilding, startedAt, { speed, isOut: outagesOf(fault) });
  const feeds: Record<VendorId, readonly LiveFeed[]> = {
    butlr: [liveCounts(building.counts), building.butlrSensors],
    disruptive: [building.disruptive],
    zoom: [building.zoom],
  };
  const poster = createWebhookPoster({ url, secrets });
  const report = () => {
    const counts = [...poster.counts].sort().map(([answer, count]) => `${answer} ${count}`);
    console.log(`${new Date().toISOString()}  ${counts.join("  ") || "nothing sent yet"}`);
  };
  const live = startLive({
    feeds: vendors.flatMap((vendor) => feeds[vendor]).map((feed) => withFaults(fault, feed)),
    post: poster.post,
  });
  const reports = setInterval(report, REPORT_EVERY_MS);
  const stop = () => {
    live.stop();
    clearInterval(reports);
    poster.close();
    report();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  // Started by a server: when that is gone, however it went, nobody is left to post to.
  process.once("disconnect", stop);
  process.channel?.unref();
  console.log(`Simulating Alder House as ${vendors.join(", ")} against ${url}. Ctrl-C stops.`);
}

function reasonsOf(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map((i) => `--${i.path.join(".")}: ${i.message}`).join("\n");
  return error instanceof Error ? error.message : String(error);
}

try {
  simulate(readPlan());
} catch (error) {
  console.error(`${reasonsOf(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
