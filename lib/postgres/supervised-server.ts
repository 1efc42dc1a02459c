import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { endLeftovers } from "./cluster-processes";

export interface SupervisedServer {
  /** Ends it in good order: open transactions roll back, everything is flushed. */
  stop(): Promise<void>;
}

export interface ServerSpec {
  readonly clusterDir: string;
  spawn(): ChildProcess;
  /** Whether the server answers by now; rejects when waiting is of no use. */
  probe(): Promise<boolean>;
  /** The server's own last words. */
  explain(): string;
  log(message: string): void;
}

const firstDelayMs = 100;
const longestDelayMs = 5_000;
const steadyAfterMs = 10_000;
const fastShutdownMs = 15_000;
const reportWaitEveryMs = 10_000;

/** Starts the server, waits until it answers, and from then on starts it again whenever it dies. */
export async function superviseServer(spec: ServerSpec): Promise<SupervisedServer> {
  const server = new Supervisor(spec);
  await server.firstStart();
  return server;
}

class Supervisor implements SupervisedServer {
  #child: ChildProcess | null = null;
  #supervising: Promise<void> = Promise.resolve();
  readonly #stopping = new AbortController();
  // Leaves with the app when that ends without stop(); kill -9 alone leaves an orphan.
  readonly #onProcessExit = () => this.#child?.kill("SIGINT");

  constructor(private readonly spec: ServerSpec) {}

  async firstStart(): Promise<void> {
    const child = this.#spawn();
    process.once("exit", this.#onProcessExit);
    const ended = exitOf(child);
    try {
      if (!(await this.#untilItAnswers(child))) throw new Error(`PostgreSQL did not start: ${this.spec.explain()}`);
    } catch (error) {
      process.off("exit", this.#onProcessExit);
      child.kill("SIGINT");
      await ended;
      throw error;
    }
    this.#supervising = this.#supervise(ended);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const child = this.#child;
    child?.kill("SIGINT");
    const impatience = setTimeout(() => child?.kill("SIGQUIT"), fastShutdownMs);
    await this.#supervising;
    clearTimeout(impatience);
    process.off("exit", this.#onProcessExit);
  }

  #spawn(): ChildProcess {
    this.#child = this.spec.spawn();
    this.#child.on("error", (error) => this.spec.log(`PostgreSQL: ${error.message}`));
    return this.#child;
  }

  async #untilItAnswers(child: ChildProcess): Promise<boolean> {
    let reportAt = performance.now() + reportWaitEveryMs;
    while (child.exitCode === null && child.signalCode === null) {
      if (await this.spec.probe()) return true;
      if (performance.now() > reportAt) {
        this.spec.log(`PostgreSQL is still starting: ${this.spec.explain()}`);
        reportAt += reportWaitEveryMs;
      }
      await sleep(25);
    }
    return false;
  }

  async #supervise(firstEnd: Promise<string>): Promise<void> {
    let end = firstEnd;
    let delayMs = firstDelayMs;
    let startedAt = performance.now();
    for (;;) {
      const how = await end;
      if (this.#stopping.signal.aborted) return;
      if (performance.now() - startedAt > steadyAfterMs) delayMs = firstDelayMs;
      this.spec.log(`PostgreSQL ended (${how}), starting it again in ${delayMs} ms: ${this.spec.explain()}`);
      await sleep(delayMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      if (this.#stopping.signal.aborted) return;
      delayMs = Math.min(delayMs * 2, longestDelayMs);
      await endLeftovers(this.spec.clusterDir, this.spec.log).catch((error) => this.spec.log(String(error)));
      startedAt = performance.now();
      end = exitOf(this.#spawn());
      if (this.#stopping.signal.aborted) this.#child?.kill("SIGINT");
    }
  }
}

async function exitOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    return signal ?? `exit code ${code}`;
  } catch (error) {
    return String(error);
  }
}
