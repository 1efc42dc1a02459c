/**
 * Columns of a batch as PostgreSQL's binary arrays: the driver sends a Buffer as it is, so neither side writes or
 * reads numbers, times and bodies as text. (PostgreSQL source, array_recv: dimensions, has-null flag, element type,
 * then length and bound, then each element with its length.) Used with a cast: `$1::int4[]`.
 */
type Cell<T> = (value: T, into: Buffer, at: number) => number;

const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL = -1;
/** PostgreSQL counts from 2000-01-01. */
const EPOCH_2000_US = 946_684_800_000_000;

function header(into: Buffer, elementType: number, length: number): Buffer {
  into.writeInt32BE(length === 0 ? 0 : 1, 0);
  into.writeInt32BE(1, 4);
  into.writeInt32BE(elementType, 8);
  if (length === 0) return into;
  into.writeInt32BE(length, 12);
  into.writeInt32BE(1, 16);
  return into;
}

const empty = (elementType: number) => header(Buffer.alloc(12), elementType, 0);

/** Elements of one size; null leaves a gap. */
function fixed<T>(elementType: number, size: number, cell: Cell<T>) {
  return (values: readonly (T | null)[]): Buffer => {
    if (values.length === 0) return empty(elementType);
    const array = header(
      Buffer.allocUnsafe(HEADER_BYTES + values.length * (LENGTH_BYTES + size)),
      elementType,
      values.length,
    );
    let at = HEADER_BYTES;
    for (const value of values) {
      at = array.writeInt32BE(value === null ? NULL : size, at);
      if (value !== null) at = cell(value, array, at);
    }
    return array.subarray(0, at);
  };
}

export const int2Array = fixed<number>(21, 2, (value, into, at) => into.writeInt16BE(value, at));
export const int4Array = fixed<number>(23, 4, (value, into, at) => into.writeInt32BE(value, at));
const HIGH = 2 ** 32;

/** A safe integer in two halves: a BigInt for each would cost more than all else here. */
const int8: Cell<number> = (value, into, at) => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number`);
  const high = Math.floor(value / HIGH);
  return into.writeUInt32BE(value - high * HIGH, into.writeInt32BE(high, at));
};

export const int8Array = fixed<number>(20, 8, int8);
export const float8Array = fixed<number>(701, 8, (value, into, at) => into.writeDoubleBE(value, at));
/** Whole µs since 1970. */
export const timestamptzArray = fixed<number>(1184, 8, (value, into, at) => int8(value - EPOCH_2000_US, into, at));

/** UTF-8 of one UTF-16 unit is never longer. */
const MOST_PER_UNIT = 3;

/** Text, or the UTF-8 bytes of it, or plain bytes. */
function bytes(elementType: number, values: readonly (string | Uint8Array)[]): Buffer {
  if (values.length === 0) return empty(elementType);
  const room = (value: string | Uint8Array) =>
    LENGTH_BYTES + (typeof value === "string" ? value.length * MOST_PER_UNIT : value.byteLength);
  const size = values.reduce((sum: number, value) => sum + room(value), HEADER_BYTES);
  const array = header(Buffer.allocUnsafe(size), elementType, values.length);
  let at = HEADER_BYTES;
  for (const value of values) {
    const start = at + LENGTH_BYTES;
    const length = typeof value === "string" ? array.write(value, start) : value.byteLength;
    if (typeof value !== "string") array.set(value, start);
    array.writeInt32BE(length, at);
    at = start + length;
  }
  return array.subarray(0, at);
}

export const byteaArray = (values: readonly Uint8Array[]) => bytes(17, values);

/** Text, or the UTF-8 bytes of it. */
export const textArray = (values: readonly (string | Uint8Array)[]) => bytes(25, values);
