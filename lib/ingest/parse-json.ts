/** Deeper than any vendor's event; far below what makes JSON.stringify overflow the stack (5,000). */
const MAX_DEPTH = 32;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export type Json = { kind: "value"; value: unknown } | { kind: "not-json" } | { kind: "too-deep" };

/** Reads a body as JSON; refuses what is nested too deep before the parser sees it. */
export function parseJson(body: Uint8Array): Json {
  if (isTooDeep(body)) return { kind: "too-deep" };
  try {
    return { kind: "value", value: JSON.parse(decoder.decode(body)) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { kind: "not-json" };
    throw error;
  }
}

function isTooDeep(body: Uint8Array): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] as number; // i is inside the array
    if (inString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      if (++depth > MAX_DEPTH) return true;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth--;
  }
  return false;
}
