import { type LineStep, UNKNOWN } from "./space-line";

/**
 * A piece of a step line as bytes, to be kept: pairs of (ms since the step before, code) as variable-length numbers,
 * seven bits a byte, the lowest first. The first step counts from `from`; nothing is known before it.
 */
export function packLine(steps: readonly LineStep[], from: number): Uint8Array {
  const bytes: number[] = [];
  const put = (value: number) => {
    let rest = value;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  };
  let last = from;
  for (const { at, code } of steps) {
    if (at === from && code === UNKNOWN) continue;
    put(at - last);
    put(code);
    last = at;
  }
  return Uint8Array.from(bytes);
}

/** Calls back for each step that `packLine` kept, in order. */
export function eachStep(bytes: Uint8Array, from: number, step: (at: number, code: number) => void): void {
  let at = from;
  let i = 0;
  const take = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = bytes[i++] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  };
  while (i < bytes.length) {
    at += take();
    step(at, take());
  }
}
