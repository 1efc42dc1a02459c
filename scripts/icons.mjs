// Makes the icons of phones and desktops from app/icon.svg: node scripts/icons.mjs. Their files are kept in git.
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";

const projectDir = path.join(import.meta.dirname, "..");
const icon = readFileSync(path.join(projectDir, "app/icon.svg"), "utf8");
// Phones cut their own shape out of these: the ground goes to the edge.
const fullBleed = icon.replace(/ rx="\d+"/, "");
const folder = path.join(projectDir, "public/icons");

const draw = (svg, size, name) =>
  sharp(Buffer.from(svg), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ palette: true })
    .toFile(path.join(folder, `${name}-${size}.png`));

mkdirSync(folder, { recursive: true });
await Promise.all([
  draw(icon, 192, "icon"),
  draw(icon, 512, "icon"),
  draw(fullBleed, 192, "maskable"),
  draw(fullBleed, 512, "maskable"),
  draw(fullBleed, 180, "apple"),
]);
