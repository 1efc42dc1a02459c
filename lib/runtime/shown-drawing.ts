import "server-only";
import type { ChildProcess } from "node:child_process";
import { readFile, realpath } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import type { DrawingAnswer } from "@/lib/drawings/make-shown";
import { logger } from "./logger";
import { singleton } from "./singleton";

/** ms; a fifty-page plan set of an architect takes a few seconds. */
const LONGEST_MS = 30_000;
/** What a child may hold; an A0 sheet with photographs needs a fifth of it. */
const MOST_MEMORY_BYTES = 1 << 30;
const WATCH_EVERY_MS = 200;
const MOST_WAITING = 4;
const PAGE_BYTES = 4_096;

/** How the child may be limited; tests make it shorter. */
export interface DrawingLimits {
  readonly longestMs: number;
}

interface Queue {
  last: Promise<unknown>;
  waiting: number;
}
const queue = () => singleton<Queue>("drawings", () => ({ last: Promise.resolve(), waiting: 0 }));

/**
 * What browsers may be shown of a file, made by a process of its own, one at a time and below the priority of ours: nothing
 * in a file can stop, slow down or end what vendors wait for. Throws `unavailable` when too many files wait already.
 */
export async function shownDrawing(
  file: { readonly bytes: Uint8Array; readonly page: number },
  limits: DrawingLimits = { longestMs: LONGEST_MS },
): Promise<DrawingAnswer> {
  const line = queue();
  if (line.waiting >= MOST_WAITING) {
    throw new AppError("unavailable", "Other drawings are being read. Try again in a minute.");
  }
  line.waiting++;
  const turn = line.last.then(() => readInChild(file, limits));
  line.last = turn.catch(() => undefined).finally(() => line.waiting--);
  return turn;
}

async function readInChild(
  file: { readonly bytes: Uint8Array; readonly page: number },
  { longestMs }: DrawingLimits,
): Promise<DrawingAnswer> {
  const child = await startChild();
  let refusal = "This file could not be read. It may be damaged.";
  const stop = (why: string) => {
    refusal = why;
    child.kill("SIGKILL");
  };
  const tooLong = setTimeout(() => stop("This file took too long to read. Try a simpler one."), longestMs);
  const tooMuch = setInterval(async () => {
    if ((await memoryOf(child)) > MOST_MEMORY_BYTES) stop("This file takes too much memory. Try a simpler one.");
  }, WATCH_EVERY_MS);
  try {
    const answer = await answerOf(child, { ...file, pdfAssetsDir: path.join(projectDir(), "node_modules/pdfjs-dist") });
    return answer ?? { kind: "refused", message: refusal };
  } finally {
    clearTimeout(tooLong);
    clearInterval(tooMuch);
    child.kill("SIGKILL");
  }
}

const projectDir = () => process.cwd();

// Not imported: the bundler follows a fork to its file, which it cannot bundle.
const { fork } = process.getBuiltinModule("node:child_process");

/** It may read the program and nothing else, write nowhere, start nothing, and knows no secret of the environment. */
async function startChild(): Promise<ChildProcess> {
  const modules = path.join(projectDir(), "node_modules");
  const own = ["lib/drawings", "package.json"].map((name) => path.join(projectDir(), name));
  const execArgv = [
    "--permission",
    "--allow-addons",
    ...[...own, modules, await realpath(modules)].map((place) => `--allow-fs-read=${place}`),
    "--max-old-space-size=512",
    "--no-warnings",
  ];
  const child = fork(path.join(/* turbopackIgnore: true */ projectDir(), "lib/drawings/child.ts"), [], {
    execArgv,
    env: { NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It is gone already, or the system knows no priorities.
  }
  return child;
}

/** Null when the child ended without an answer. */
function answerOf(child: ChildProcess, job: object): Promise<DrawingAnswer | null> {
  let lastWords = "";
  child.stderr?.on("data", (chunk) => {
    lastWords = (lastWords + chunk).slice(-2_000);
  });
  return new Promise((resolve) => {
    child.once("message", (answer) => resolve(answer as DrawingAnswer));
    child.once("error", () => resolve(null));
    // Not "exit": that may come before the last message.
    child.once("disconnect", () => resolve(null));
    child.once("close", (code, signal) => {
      if (lastWords) logger().warn({ code, signal, lastWords }, "a drawing could not be read");
    });
    child.send(job, (error) => error && resolve(null));
  });
}

/** bytes; 0 where the system does not tell. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(pages.split(" ")[1] ?? 0) * PAGE_BYTES;
}
