// A process of its own for one drawing: it may read its own modules and nothing else, and is killed when it takes too long.
import { type DrawingJob, makeShown } from "./make-shown.ts";

process.once("message", async (job: DrawingJob) => {
  try {
    const answer = await makeShown(job);
    process.send?.(answer, () => process.disconnect());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  }
});
