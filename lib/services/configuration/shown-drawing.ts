import "server-only";
import sharp from "sharp";
import { AppError } from "@/lib/core/errors";
import type { NewDrawing } from "@/lib/db/drawing-repository";

/** What browsers may see of a drawing in a file, made as for an upload. Throws `invalid` with its name. */
export async function shownDrawing(bytes: Buffer, name: string): Promise<Omit<NewDrawing, "name" | "createdBy">> {
  const { data, info } = await sharp(bytes, { limitInputPixels: 40_000_000 })
    .png()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new AppError("invalid", `The drawing “${name}” is not a picture we can read.`);
    });
  const made = { shownType: "image/png", shown: data, width: info.width, height: info.height };
  return { ...made, originalType: "image/png", original: bytes };
}
