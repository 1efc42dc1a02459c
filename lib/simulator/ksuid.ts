const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const EPOCH_S = 1_400_000_000;
const PAYLOAD_BYTES = 16;
const LENGTH = 27;

/** 27 base-62 characters: a whole second and 16 bytes of the caller's choice. Same input, same id. */
export function ksuid(atMs: number, payload: Uint8Array): string {
  const seconds = Math.floor(atMs / 1000) - EPOCH_S;
  if (seconds < 0 || seconds > 0xffffffff) throw new RangeError("A KSUID holds moments from 2014 to 2150");
  if (payload.length !== PAYLOAD_BYTES) throw new RangeError("A KSUID carries 16 bytes");
  let number = BigInt(seconds);
  for (const byte of payload) number = (number << 8n) | BigInt(byte);
  let text = "";
  for (; number > 0n; number /= 62n) text = ALPHABET[Number(number % 62n)] + text;
  return text.padStart(LENGTH, "0");
}
