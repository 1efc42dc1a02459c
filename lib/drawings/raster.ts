import sharp from "sharp";
import { LONGEST_SIDE, MOST_PIXELS, Refusal, type Shown } from "./refusal.ts";

sharp.concurrency(1);
sharp.cache(false);

/** Decodes a picture and writes it anew: what was hidden in it or behind it stays behind. Throws `Refusal`. */
export async function shownRaster(bytes: Uint8Array, kind: "png" | "jpeg"): Promise<Shown> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 });
  const { format, width, height } = await picture.metadata().catch(refuseUnread);
  if (format !== kind) throw new Refusal(`This is not a readable ${kind.toUpperCase()}.`);
  if (width * height > MOST_PIXELS) throw tooLarge(width, height);
  const scaled = picture
    .rotate()
    .toColourspace("srgb")
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true });
  const written = kind === "jpeg" ? scaled.jpeg({ quality: 88 }) : scaled.png({ compressionLevel: 8 });
  const { data, info } = await written.toBuffer({ resolveWithObject: true }).catch(refuseUnread);
  return { type: `image/${kind}`, bytes: data, width: info.width, height: info.height, pages: null };
}

function refuseUnread(error: Error): never {
  if (/pixel limit/.test(error.message)) throw tooLarge();
  throw new Refusal("This picture is damaged: it cannot be read to its end.");
}

function tooLarge(width?: number, height?: number) {
  const size = width && height ? ` (${width} × ${height} pixels)` : "";
  return new Refusal(`This picture is too large${size}. Up to ${MOST_PIXELS / 1e6} million pixels are read.`);
}
