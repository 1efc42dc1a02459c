import "server-only";
import { type Job, PgBoss } from "pg-boss";

/** Something that is done in the background, on one instance at a time. */
export interface JobDefinition<Data extends object = object> {
  readonly name: string;
  /** When it is done by itself, as five cron fields in UTC; null: only when somebody sends one. */
  readonly cron: string | null;
  /** How many may run and wait: one of its kind at a time, or each that is sent. */
  readonly policy: "exclusive" | "standard";
  readonly retryLimit: number;
  /** Ends early when the signal says so: the process stops, or the job took too long. */
  readonly work: (data: Data, signal: AbortSignal) => Promise<void>;
}

export interface Jobs {
  /** Asks for a job; one that is `exclusive` and already waits or runs is not asked for twice. */
  send(name: string, data?: object, options?: { startAfter?: Date }): Promise<void>;
  /** Ends what runs, at most within some seconds; it is done again by whoever comes next. */
  stop(): Promise<void>;
}

/** Tables of its own, made at the first start. */
const SCHEMA = "pgboss";
const STOP_WITHIN_MS = 8_000;
/** A process that was killed is noticed within this time, and its job is done by another, s. */
const HEARTBEAT_S = 30;
const KEEP_DONE_S = 3_600;

/**
 * Background work on the app's own database: durable, and safe with any number of instances. Waiting jobs are looked for
 * every two seconds.
 */
export async function startJobs(
  databaseUrl: string,
  definitions: readonly JobDefinition[],
  onError: (error: unknown) => void,
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: "occupancy jobs",
    schema: SCHEMA,
    max: 3,
    cronMonitorIntervalSeconds: 15,
    cronWorkerIntervalSeconds: 5,
  });
  boss.on("error", onError);
  await boss.start();
  const stopping = new AbortController();
  for (const definition of definitions) await register(boss, definition, stopping.signal, onError);
  return {
    send: async (name, data = {}, options = {}) => {
      await boss.send(name, data, options);
    },
    stop: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
    },
  };
}

async function register(
  boss: PgBoss,
  { name, cron, policy, retryLimit, work }: JobDefinition,
  stopping: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  const options = { retryLimit, deleteAfterSeconds: KEEP_DONE_S, expireInSeconds: 3_600 };
  await boss.createQueue(name, { ...options, policy, heartbeatSeconds: HEARTBEAT_S });
  await boss.updateQueue(name, options);
  if (cron === null) await boss.unschedule(name);
  else await boss.schedule(name, cron);
  await boss.work(name, { pollingIntervalSeconds: 2 }, async ([job]: Job<object>[]) => {
    if (!job) return;
    try {
      await work(job.data ?? {}, AbortSignal.any([stopping, job.signal]));
    } catch (error) {
      onError(error);
      throw error;
    }
  });
}
