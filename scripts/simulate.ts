import { parseArgs } from "node:util";
import { z } from "zod";
import { demoFeed, sped } from "@/lib/simulator/demo-feed";
import { FAULTS, withFaults } from "@/lib/simulator/faults";
import { startLiveFeed } from "@/lib/simulator/live-feed";
import { createWebhookPoster } from "@/lib/simulator/post-webhooks";
import { demoBuilding } from "@/prisma/seed/demo-building";

const USAGE = `usage: npm run simulate -- --key <butlr key> [--url http://localhost:3000] [--header x-api-key]
         [--speed <times as fast>] [--fault ${FAULTS.join(",")}]
The key may also stand in BUTLR_WEBHOOK_KEY. Posts the demo building live until Ctrl-C.`;

const Options = z.object({
  url: z.url().default("http://localhost:3000"),
  key: z.string().min(1),
  header: z.string().default("x-api-key"),
  speed: z.coerce.number().positive().default(1),
  fault: z
    .string()
    .default("")
    .transform((list) => new Set(list.split(",").filter(Boolean)))
    .pipe(z.set(z.enum(FAULTS))),
});

const REPORT_EVERY_MS = 10_000;

function readOptions(): z.infer<typeof Options> | null {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({ options: { url: text, key: text, header: text, speed: text, fault: text } });
    return Options.parse({ ...values, key: values.key ?? process.env.BUTLR_WEBHOOK_KEY?.split(",")[0] });
  } catch (error) {
    const reasons =
      error instanceof z.ZodError ? error.issues.map((i) => `--${i.path.join(".")}: ${i.message}`) : [String(error)];
    console.error(`${reasons.join("\n")}\n\n${USAGE}`);
    return null;
  }
}

function simulate({ url, key, header, speed, fault }: z.infer<typeof Options>): void {
  const startedAt = Date.now();
  const poster = createWebhookPoster({ url, key, header });
  const report = () => {
    const counts = [...poster.counts].sort().map(([answer, count]) => `${answer} ${count}`);
    console.log(`${new Date().toISOString()}  ${counts.join("  ") || "nothing sent yet"}`);
  };
  const live = startLiveFeed({
    feeds: [sped(demoFeed(demoBuilding, startedAt), startedAt, speed)],
    post: ({ body, forged }) => poster.post(body, forged ? "not-the-key" : key),
    alter: (planned) => withFaults(fault, planned),
  });
  const reports = setInterval(report, REPORT_EVERY_MS);
  const stop = () => {
    live.stop();
    clearInterval(reports);
    poster.close();
    report();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  console.log(`Simulating Alder House against ${url}. Ctrl-C stops.`);
}

const options = readOptions();
if (options) simulate(options);
else process.exitCode = 2;
