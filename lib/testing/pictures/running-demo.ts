import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";

/** Where an installation is, and who may sign in. */
export interface Installation {
  readonly url: string;
  readonly email: string;
  readonly password: string;
}

/** A demo in a process of its own, once it has a day of events. Throws when it ends before. */
export async function startDemo(projectDir: string, dataDir: string, port: number) {
  const child = spawn(process.execPath, [...process.execArgv, path.join(projectDir, "scripts/demo.ts")], {
    cwd: projectDir,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const found: { url?: string; email?: string; password?: string } = {};
  const installation = await new Promise<Installation>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      console.log(line);
      const [, word, value] = /^\s+(Open|Sign in|Password) +(\S+)$/.exec(line) ?? [];
      if (word === "Open" && value) found.url = value;
      if (word === "Sign in" && value) found.email = value;
      if (word === "Password" && value) found.password = value;
      const { url, email, password } = found;
      if (url && email && password) resolve({ url, email, password });
    });
    void ended.then(() => reject(new Error("The demo ended before it was ready.")));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { installation, stop };
}
