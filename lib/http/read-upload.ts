import "server-only";
import { AppError } from "@/lib/core/errors";
import { readBody } from "./read-body";

const MAX_BYTES = 20 << 20;
/** What multipart adds around a file. */
const ENVELOPE_BYTES = 1 << 16;

/** A file somebody sent; nothing about it is to be believed. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Which page, counted from 1, where a file has pages. */
  readonly page: number;
}

/** The file of a request: its `file` part, or the body itself named by `?name=`. Null as soon as it is larger than 20 MB. */
export async function readUpload(request: Request): Promise<Upload | null> {
  const search = new URL(request.url).searchParams;
  const type = request.headers.get("content-type") ?? "";
  const body = await readBody(request, MAX_BYTES + ENVELOPE_BYTES);
  if (body === null) return null;
  const file = type.startsWith("multipart/form-data")
    ? await filePart(body, type)
    : { name: search.get("name") ?? "", bytes: body };
  if (file.bytes.byteLength === 0) throw new AppError("invalid", "The file is empty.");
  if (file.bytes.byteLength > MAX_BYTES) return null;
  return { ...file, name: plainName(file.name), page: pageOf(search.get("page")) };
}

async function filePart(body: Uint8Array<ArrayBuffer>, type: string) {
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File)) throw new AppError("invalid", "The request has no file.");
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

const plainName = (name: string) =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}/\\]/gu, " ")
    .trim()
    .slice(0, 200) || "Drawing";

function pageOf(text: string | null): number {
  const page = Number(text ?? 1);
  if (!Number.isInteger(page) || page < 1 || page > 10_000) throw new AppError("invalid", "There is no such page.");
  return page;
}
