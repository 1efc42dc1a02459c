import { createRequire } from "node:module";
import path from "node:path";

/** Where an installed package's entry file is, also from inside a bundle. */
export function packageEntry(name: string, from: string = path.join(process.cwd(), "package.json")): string {
  return createRequire(from).resolve(name);
}
