import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

export interface BenchProcess {
  readonly pid: number;
  /** Sends a request and waits for its one answer. */
  ask<T>(request: object): Promise<T>;
  end(): Promise<void>;
}

/** A part of the bench in a process of its own, so that it does not share a thread with what it measures. */
export function startBenchProcess(file: string): BenchProcess {
  const child = fork(file, [], { execArgv: ["--conditions=react-server", "--import", "tsx"] });
  return {
    pid: child.pid ?? -1,
    ask: <T>(request: object) =>
      new Promise<T>((resolve, reject) => {
        const onExit = (code: number | null) => reject(new Error(`${file} ended with ${code}`));
        child.once("exit", onExit);
        child.once("message", (answer) => {
          child.off("exit", onExit);
          resolve(answer as T); // both ends are ours and share the type
        });
        child.send(request);
      }),
    end: () => endChild(child),
  };
}

/** The other end: answers each request of the parent, and ends with it. */
export function answerParent<Request, Reply>(answer: (request: Request) => Promise<Reply>): void {
  process.on("message", (request) => {
    answer(request as Request).then(
      (reply) => process.send?.(reply as object),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.on("disconnect", () => process.exit(0));
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
