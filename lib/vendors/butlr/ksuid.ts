const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DIGITS: ReadonlyMap<number, number> = new Map([...ALPHABET].map((char, i) => [char.charCodeAt(0), i]));
const EPOCH_S = 1_400_000_000;
const LENGTH = 27;
const PAYLOAD_BITS = 128n;
/** Digits that fit into a number exactly. */
const CHUNK = 8;

/** The second in which a KSUID was made (segmentio/ksuid: 32 bits of seconds, then 128 random bits), or null. */
export function ksuidSeconds(id: string): number | null {
  const text = id.slice(id.lastIndexOf("_") + 1);
  if (text.length !== LENGTH) return null;
  let value = 0n;
  for (let from = 0; from < LENGTH; from += CHUNK) {
    const to = Math.min(from + CHUNK, LENGTH);
    let chunk = 0;
    for (let i = from; i < to; i++) {
      const digit = DIGITS.get(text.charCodeAt(i));
      if (digit === undefined) return null;
      chunk = chunk * 62 + digit;
    }
    value = value * BigInt(62 ** (to - from)) + BigInt(chunk);
  }
  const seconds = value >> PAYLOAD_BITS;
  return seconds > 0xffff_ffffn ? null : Number(seconds) + EPOCH_S;
}
