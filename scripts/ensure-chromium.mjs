// The browser tests drive Debian's Chromium: Playwright's own download is not for closed networks.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const isThere = () => ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].some(existsSync);

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}

if (!isThere() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
  run("apt-get", ["update", "-qq"]) && run("apt-get", ["install", "-y", "-qq", "chromium"]);
}
if (!isThere() && !process.env.CHROMIUM_PATH) {
  console.error(
    "The browser tests need Chromium. On Debian: sudo apt-get install chromium. Elsewhere set CHROMIUM_PATH.",
  );
  process.exit(1);
}
