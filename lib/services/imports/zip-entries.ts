import "server-only";
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { AppError } from "@/lib/core/errors";

const MOST_ENTRIES = 2_000;
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
/** Of one entry larger than a megabyte: real sheets shrink to a twentieth or so. */
const MOST_RATIO = 250;

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Listed {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const inflate = promisify(inflateRaw);
const broken = () => new AppError("invalid", "The file is damaged: it cannot be unpacked.");
const tooLarge = () => new AppError("invalid", "The file unpacks to far more than a list of spaces needs.");

/**
 * The wanted entries of a zip archive. Sizes are checked before anything is unpacked, and held to while unpacking:
 * what the headers say is not believed. Throws `invalid`.
 */
export async function zipEntries(zip: Buffer, isWanted: (name: string) => boolean): Promise<ZipEntry[]> {
  const wanted = list(zip).filter(({ name }) => isWanted(name));
  if (new Set(wanted.map(({ name }) => name)).size !== wanted.length) throw broken();
  const total = wanted.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const isBomb = wanted.some(({ packed, unpacked }) => unpacked > 1 << 20 && unpacked > packed * MOST_RATIO);
  if (total > MOST_UNPACKED_BYTES || isBomb) throw tooLarge();
  const entries: ZipEntry[] = [];
  for (const entry of wanted) entries.push({ name: entry.name, bytes: await unpack(zip, entry) });
  return entries;
}

function list(zip: Buffer): Listed[] {
  const end = zip.subarray(Math.max(0, zip.length - 65_557)).lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  const at = end < 0 ? -1 : end + Math.max(0, zip.length - 65_557);
  if (at < 0 || at + 22 > zip.length) throw broken();
  const count = zip.readUInt16LE(at + 10);
  if (count > MOST_ENTRIES) throw tooLarge();
  const entries: Listed[] = [];
  let next = zip.readUInt32LE(at + 16);
  for (let i = 0; i < count; i++) {
    if (next + 46 > at || zip.readUInt32LE(next) !== 0x02014b50) throw broken();
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(next + offset)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: zip.toString("utf8", next + 46, next + 46 + nameLength),
      method: zip.readUInt16LE(next + 10),
      isEncrypted: (zip.readUInt16LE(next + 8) & 1) === 1,
      crc: zip.readUInt32LE(next + 16),
      packed: zip.readUInt32LE(next + 20),
      unpacked: zip.readUInt32LE(next + 24),
      offset: zip.readUInt32LE(next + 42),
    });
    next += 46 + nameLength + extra + comment;
  }
  return entries;
}

async function unpack(zip: Buffer, entry: Listed): Promise<Uint8Array> {
  if (entry.isEncrypted) throw new AppError("invalid", "The file is protected by a password. Save it without one.");
  if (entry.offset + 30 > zip.length || zip.readUInt32LE(entry.offset) !== 0x04034b50) throw broken();
  const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  const packed = zip.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed || (entry.method !== 0 && entry.method !== 8)) throw broken();
  const bytes = entry.method === 0 ? packed : await inflateAtMost(packed, entry.unpacked);
  if (bytes.length !== entry.unpacked || crc32(bytes) !== entry.crc) throw broken();
  return bytes;
}

async function inflateAtMost(packed: Buffer, bytes: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    throw broken();
  }
}

/** A zip archive of these entries as they are, with headers that are all true. */
export function plainZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    parts.push(Buffer.from("PK\u0003\u0004", "latin1"), facts, nameBytes, Buffer.from(bytes));
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), facts, rest, nameBytes);
    offset += 30 + nameBytes.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
