import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "proxy.ts",
];
/** What is not in the build; a change there must not cost a build. */
const OUTSIDE = /\.test\.tsx?$|^lib\/(demo|simulator|testing)\//;

/** True when there is no build, or one of the files it was made from is newer. */
export function needsBuild(projectDir: string): boolean {
  const buildId = path.join(projectDir, ".next/BUILD_ID");
  if (!existsSync(buildId)) return true;
  const builtAt = statSync(buildId).mtimeMs;
  return sourceFiles(projectDir).some((file) => statSync(path.join(projectDir, file)).mtimeMs > builtAt);
}

function sourceFiles(projectDir: string): string[] {
  const found = SOURCES.filter((source) => existsSync(path.join(projectDir, source))).flatMap((source) =>
    statSync(path.join(projectDir, source)).isDirectory()
      ? readdirSync(path.join(projectDir, source), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.relative(projectDir, path.join(entry.parentPath, entry.name)))
      : [source],
  );
  return found.filter((file) => !OUTSIDE.test(file));
}

/** Runs `next build`; its output is shown only when it fails. */
export async function buildApp(projectDir: string, signal: AbortSignal): Promise<void> {
  const next = path.join(projectDir, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: projectDir,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => output.push(text));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The build failed:\n${output.join("")}`);
}
