import { text } from "@/lib/core/text";
import { ApiError } from "./api";

/** Saves what an API answers as CSV to a file. Throws ApiError. */
export async function saveCsv(url: string, name: string): Promise<void> {
  const answer = await fetch(url, { headers: { accept: "text/csv" } }).catch(() => null);
  if (!answer?.ok)
    throw new ApiError(answer?.status ?? 0, "unavailable", text("The server did not answer. Try again."));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
