import { recognise } from "./recognise.ts";
import { Refusal, type Shown } from "./refusal.ts";

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

/** Each kind loads only what it needs: a process reads one file. */
async function drawn(kind: keyof typeof TYPES, bytes: Uint8Array, page: number, pdfAssetsDir: string): Promise<Shown> {
  if (kind === "svg") return (await import("./svg/shown-svg.ts")).shownSvg(bytes);
  if (kind === "pdf") return (await import("./pdf.ts")).shownPdf(bytes, page, pdfAssetsDir);
  return (await import("./raster.ts")).shownRaster(bytes, kind);
}
