import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { ApiError } from "@/lib/client/api";
import { uploadDrawing } from "@/lib/client/plan-api";
import type { DrawingInfo } from "@/lib/core/floor-plan";
import { planOf } from "@/lib/core/plan-editing/editor-state";
import { frameOf } from "@/lib/core/plan-editing/frame";
import { fitDrawing, replaceDrawing } from "@/lib/core/plan-editing/placing";
import { type EditorStore, useEditorStore } from "./editor-store";

type UploadState =
  | { readonly kind: "idle" }
  /** `part` is 0–1. */
  | { readonly kind: "sending"; readonly name: string; readonly part: number }
  | { readonly kind: "failed"; readonly name: string; readonly message: string }
  | { readonly kind: "pages"; readonly file: File; readonly page: number; readonly pages: number };

export interface Upload {
  readonly state: UploadState;
  readonly send: (file: File) => void;
  /** Another page of the PDF that was sent last. */
  readonly choosePage: (page: number) => void;
  /** A drawing that is on the server already. */
  readonly place: (drawing: DrawingInfo) => void;
}

const MAX_BYTES = 20 << 20;

/** Puts a drawing under the plan. The first one of an empty plan gives the frame its proportions. */
function placeDrawing(store: EditorStore, info: DrawingInfo) {
  const plan = planOf(store.state());
  if (plan.drawing) {
    store.dispatch({ type: "drawing", change: replaceDrawing(frameOf(plan), plan.drawing, info) });
    return;
  }
  const aspect = Math.min(20, Math.max(0.05, info.width / info.height));
  const framed = plan.shapes.length === 0 ? { ...plan, aspect } : plan;
  store.dispatch({ type: "plan", change: { aspect: framed.aspect, drawing: fitDrawing(frameOf(framed), info) } });
  store.dispatch({ type: "fit" });
}

/** Sends a file and places what the server made of it. */
export function useUpload(floorId: string, onUploaded: (drawing: DrawingInfo) => void): Upload {
  const t = useText();
  const store = useEditorStore();
  const [state, setState] = useState<UploadState>({ kind: "idle" });
  const place = (drawing: DrawingInfo) => placeDrawing(store, drawing);
  const sendPage = async (file: File, page: number) => {
    const { name } = file;
    if (file.size > MAX_BYTES) return setState({ kind: "failed", name, message: t("The file is larger than 20 MB.") });
    setState({ kind: "sending", name, part: 0 });
    try {
      const sent = await uploadDrawing(floorId, file, page, (part) => setState({ kind: "sending", name, part }));
      const { pages, ...drawing } = sent;
      onUploaded(drawing);
      place(drawing);
      setState(pages && pages > 1 ? { kind: "pages", file, page, pages } : { kind: "idle" });
    } catch (error) {
      const message = error instanceof ApiError ? error.message : t("The server failed.");
      setState({ kind: "failed", name, message });
    }
  };
  return {
    state,
    place,
    send: (file) => void sendPage(file, 1),
    choosePage: (page) => state.kind === "pages" && void sendPage(state.file, page),
  };
}
