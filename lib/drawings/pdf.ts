import path from "node:path";
import { LONGEST_SIDE, MOST_PIXELS, Refusal, type Shown } from "./refusal.ts";

/** px of the longer side: fine enough for door numbers on an A0 sheet. */
const RENDERED_SIDE = 3_600;
const MOST_RATIO = 50;

/** What its types say, as far as we use it; the package's own name DOM types that Node has not. */
interface NodeCanvas {
  readonly canvas: { encode(format: "png"): Promise<Buffer> };
  readonly context: object;
}
interface CanvasFactory {
  create(width: number, height: number): NodeCanvas;
}

/** Draws one page, without forms, notes and scripts. `assetsDir`: the installed pdfjs-dist. Throws `Refusal`. */
export async function shownPdf(bytes: Uint8Array, pageNumber: number, assetsDir: string): Promise<Shown> {
  const { getDocument, AnnotationMode } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = (name: string) => `${path.join(assetsDir, name)}/`;
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MOST_PIXELS,
    standardFontDataUrl: folder("standard_fonts"),
    cMapUrl: folder("cmaps"),
    wasmUrl: folder("wasm"),
    iccUrl: folder("iccs"),
  });
  try {
    const document = await task.promise.catch(refuseUnread);
    const pages = document.numPages;
    if (pageNumber > pages) throw new Refusal(`This PDF has ${pages === 1 ? "one page" : `${pages} pages`} only.`);
    const page = await document.getPage(pageNumber).catch(refuseUnread);
    const viewport = page.getViewport({ scale: scaleFor(page.getViewport({ scale: 1 })) });
    const factory = document.canvasFactory as CanvasFactory;
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const { canvas, context } = factory.create(width, height);
    const target = { canvas, canvasContext: context } as unknown as { canvas: HTMLCanvasElement };
    const options = { viewport, annotationMode: AnnotationMode.DISABLE, background: "#ffffff" };
    await page.render({ ...target, ...options }).promise.catch(refuseUnread);
    return { type: "image/png", bytes: await canvas.encode("png"), width, height, pages };
  } finally {
    await task.destroy();
  }
}

function scaleFor({ width, height }: { width: number; height: number }): number {
  const [longer, shorter] = [Math.max(width, height), Math.min(width, height)];
  if (!(shorter > 0) || !Number.isFinite(longer) || longer / shorter > MOST_RATIO) {
    throw new Refusal("This page has no usable size.");
  }
  return Math.min(RENDERED_SIDE, LONGEST_SIDE) / longer;
}

function refuseUnread(error: Error): never {
  if (error.name === "PasswordException") {
    throw new Refusal("This PDF is protected by a password. Save it without one and upload it again.");
  }
  throw new Refusal("This PDF is damaged: it cannot be read.");
}
