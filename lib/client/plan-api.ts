import { z } from "zod";
import { PlanDraft, type PlanSave, UploadedDrawing } from "@/lib/core/floor-plan";
import { text } from "@/lib/core/text";
import { ApiError, fetchJson } from "./api";

const planUrl = (floorId: string) => `/api/floors/${floorId}/plan`;
const headers = { "content-type": "application/json" };

/** Throws ApiError. */
export const readDraft = (floorId: string): Promise<PlanDraft> => fetchJson(PlanDraft, `${planUrl(floorId)}/draft`);

/** Throws ApiError; `conflict` when somebody else saved since that revision. */
export const saveDraft = (floorId: string, save: PlanSave): Promise<PlanDraft> =>
  fetchJson(PlanDraft, `${planUrl(floorId)}/draft`, { method: "PUT", headers, body: JSON.stringify(save) });

/** Throws ApiError; `conflict` when it is another draft by now. */
export const discardDraft = (floorId: string, revision: number): Promise<PlanDraft> =>
  fetchJson(PlanDraft, `${planUrl(floorId)}/draft?revision=${revision}`, { method: "DELETE" });

/** The draft of that revision becomes what viewers see. Throws ApiError. */
export const publishDraft = (floorId: string, revision: number): Promise<PlanDraft> =>
  fetchJson(PlanDraft, `${planUrl(floorId)}/publish`, { method: "POST", headers, body: JSON.stringify({ revision }) });

/** The plan of another floor as the draft of this one. Throws ApiError. */
export const duplicatePlan = (floorId: string, fromFloorId: string, revision: number): Promise<PlanDraft> => {
  const body = JSON.stringify({ fromFloorId, revision });
  return fetchJson(PlanDraft, `${planUrl(floorId)}/duplicate`, { method: "POST", headers, body });
};

const Refusal = z.object({ title: z.string() });

function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sends a file as a drawing of a floor; `onProgress` hears the part that has left, 0–1. Throws ApiError. */
export function uploadDrawing(
  floorId: string,
  file: File,
  page: number,
  onProgress: (part: number) => void,
): Promise<UploadedDrawing> {
  const search = new URLSearchParams({ name: file.name, page: String(page) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch tells nothing about what has left
    request.open("POST", `/api/floors/${floorId}/drawings?${search}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener("error", () =>
      reject(new ApiError(0, "unavailable", text("The server cannot be reached. The file was not sent."))),
    );
    request.addEventListener("load", () => {
      const answer = parseAnswer(request.responseText);
      const drawing = UploadedDrawing.safeParse(answer);
      if (request.status < 300 && drawing.success) return resolve(drawing.data);
      const refusal = Refusal.safeParse(answer);
      reject(
        new ApiError(request.status, "invalid", refusal.success ? refusal.data.title : text("The server failed.")),
      );
    });
    request.send(file);
  });
}
