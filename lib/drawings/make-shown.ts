import { shownPdf } from "./pdf.ts";
import { shownRaster } from "./raster.ts";
import { recognise } from "./recognise.ts";
import { Refusal, type Shown } from "./refusal.ts";
import { shownSvg } from "./svg/shown-svg.ts";

/** A file somebody sent. */
export interface DrawingJob {
  readonly bytes: Uint8Array;
  /** Which page of a PDF, counted from 1. */
  readonly page: number;
  /** Where pdfjs-dist is installed. */
  readonly pdfAssetsDir: string;
}

/** What became of it. */
export type DrawingAnswer =
  | { readonly kind: "shown"; readonly shown: Shown; readonly originalType: string }
  | { readonly kind: "refused"; readonly message: string };

const TYPES = {
  png: "image/png",
  jpeg: "image/jpeg",
  pdf: "application/pdf",
  svg: "image/svg+xml",
};

/** What browsers may be shown of a file. Only for a process that may be ended at any moment: the file is nobody's friend. */
export async function makeShown({ bytes, page, pdfAssetsDir }: DrawingJob): Promise<DrawingAnswer> {
  const found = recognise(bytes);
  if (found.kind === "other") {
    const what = found.what === null ? "This is no file we know." : `This is ${found.what}.`;
    return { kind: "refused", message: `${what} Upload a PNG, a JPEG, a PDF or an SVG.` };
  }
  try {
    const shown = await drawn(found.kind, bytes, page, pdfAssetsDir);
    return { kind: "shown", shown, originalType: TYPES[found.kind] };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", message: error.message };
    throw error;
  }
}

function drawn(kind: keyof typeof TYPES, bytes: Uint8Array, page: number, pdfAssetsDir: string): Promise<Shown> {
  if (kind === "svg") return shownSvg(bytes);
  return kind === "pdf" ? shownPdf(bytes, page, pdfAssetsDir) : shownRaster(bytes, kind);
}
