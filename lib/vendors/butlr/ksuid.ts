const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const EPOCH_S = 1_400_000_000;
const LENGTH = 27;
const PAYLOAD_BITS = 128n;

/** The second in which a KSUID was made (segmentio/ksuid: 32 bits of seconds, then 128 random bits), or null. */
export function ksuidSeconds(id: string): number | null {
  const text = id.slice(id.lastIndexOf("_") + 1);
  if (text.length !== LENGTH) return null;
  let value = 0n;
  for (const char of text) {
    const digit = ALPHABET.indexOf(char);
    if (digit < 0) return null;
    value = value * 62n + BigInt(digit);
  }
  const seconds = value >> PAYLOAD_BITS;
  return seconds > 0xffff_ffffn ? null : Number(seconds) + EPOCH_S;
}
