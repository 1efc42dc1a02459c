import "server-only";
import { AppError } from "@/lib/core/errors";
import type { NewDrawing } from "@/lib/db/drawing-repository";
import { shownDrawing as shownOf } from "@/lib/runtime/shown-drawing";

/** What browsers may see of a drawing in a file, made as for an upload. Throws `invalid` with its name. */
export async function shownDrawing(bytes: Buffer, name: string): Promise<Omit<NewDrawing, "name" | "createdBy">> {
  const answer = await shownOf({ bytes, page: 1 });
  if (answer.kind === "refused") throw new AppError("invalid", `The drawing “${name}”: ${answer.message}`);
  const { shown, originalType } = answer;
  const { type: shownType, bytes: shownBytes, width, height } = shown;
  return { shownType, shown: shownBytes, width, height, originalType, original: bytes };
}
