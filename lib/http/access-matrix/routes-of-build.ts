import { readFile } from "node:fs/promises";
import { z } from "zod";

/** Every path of the build, by what answers there. */
export async function routesOfBuild(): Promise<{ routes: string[]; pages: string[] }> {
  const manifest = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readFile(".next/app-path-routes-manifest.json", "utf8")));
  const ending = (with_: string) =>
    Object.entries(manifest)
      .filter(([file]) => file.endsWith(with_))
      .map(([, path]) => path)
      .sort();
  return { routes: ending("/route"), pages: ending("/page").filter((path) => !path.startsWith("/_")) };
}

const AUTOMATIC = new Set(["HEAD", "OPTIONS"]);

/** The methods a route exports, as Next itself says of it. */
export async function methodsOf(url: string, path: string): Promise<string[]> {
  const answer = await fetch(`${url}${path}`, { method: "OPTIONS" });
  await answer.body?.cancel();
  const allow = answer.headers.get("allow");
  if (allow === null) throw new Error(`OPTIONS ${path} answered ${answer.status} without Allow`);
  return allow
    .split(",")
    .map((method) => method.trim())
    .filter((method) => !AUTOMATIC.has(method))
    .sort();
}
