/** A part of a mail that holds something, decoded. */
export interface MailPart {
  readonly type: string;
  /** Of an attachment; null for the words of the mail. */
  readonly fileName: string | null;
  readonly content: string;
}

/** The parts of a mail as it came, in order. */
export function readMail(raw: string): MailPart[] {
  const at = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, at).replace(/\r\n[ \t]+/g, " ");
  const body = raw.slice(at + 4);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return parts.flatMap((part) => readMail(part.replace(/^\r\n/, "").replace(/\r\n$/, "")));
  }
  const type = /^content-type: ([^;\r\n]+)/im.exec(head)?.[1] ?? "text/plain";
  const encoding = /^content-transfer-encoding: (\S+)/im.exec(head)?.[1] ?? "7bit";
  return [{ type, fileName: fileNameOf(head), content: decoded(body, encoding) }];
}

function fileNameOf(head: string): string | null {
  const plain = /filename="([^"]+)"/.exec(head)?.[1] ?? /filename=([^;\s]+)/.exec(head)?.[1];
  if (plain) return plain;
  const pieces = [...head.matchAll(/filename\*\d*\*?=(?:utf-8'')?([^;\s]+)/gi)].map(([, piece = ""]) => piece);
  return pieces.length === 0 ? null : decodeURIComponent(pieces.join(""));
}

function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
