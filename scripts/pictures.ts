import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { startDemo } from "@/lib/testing/pictures/running-demo";
import { takePictures } from "@/lib/testing/pictures/take-pictures";

const USAGE = `npm run pictures
  makes a picture of every page, light and dark, for desk, tablet and phone, into pictures/ (index.html shows them all).
  It starts a demo of its own; with --url it looks at what runs there.

  --url http://…   an installation that runs; PICTURES_EMAIL and PICTURES_PASSWORD say who signs in
  --only a,b       only the pages whose names begin so
  --out folder     another folder than pictures/`;

const projectDir = path.join(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    url: { type: "string" },
    only: { type: "string", default: "" },
    out: { type: "string", default: path.join(projectDir, "pictures") },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit();
}

const { PORT = "3900", DATA_DIR = path.join(projectDir, ".data-pictures"), CHROMIUM_PATH } = process.env;
const executablePath = [CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (file) => file && existsSync(file),
);
const { url } = values;
const demo = url === undefined ? await startDemo(projectDir, path.resolve(DATA_DIR), Number(PORT)) : null;
const { PICTURES_EMAIL: email = "", PICTURES_PASSWORD: password = "" } = process.env;
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const only = values.only.split(",").filter(Boolean);
  if (only.length === 0) rmSync(values.out, { recursive: true, force: true });
  mkdirSync(values.out, { recursive: true });
  const installation = demo?.installation ?? { url: url ?? "", email, password };
  const pictures = await takePictures(browser, installation, { folder: values.out, only, log: console.log });
  for (const { file, sideways } of pictures.filter((one) => one.sideways > 0)) {
    console.log(`${file} is ${sideways} px too wide`);
  }
  console.log(`${pictures.length} pictures: ${path.join(values.out, "index.html")}`);
} finally {
  await browser.close();
  await demo?.stop();
}
process.exit();
