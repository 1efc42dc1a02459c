/** A number in [0, 1) that depends on nothing but its arguments. */
export function seededRandom(seed: string, ...parts: (string | number)[]): number {
  let hash = 0x811c9dc5;
  const text = `${seed}|${parts.join("|")}`;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  // FNV alone leaves neighbouring minutes looking alike: this is the finaliser of MurmurHash3.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A whole number between `from` and `to`, both included. */
export function seededInteger(from: number, to: number, seed: string, ...parts: (string | number)[]): number {
  return from + Math.floor(seededRandom(seed, ...parts) * (to - from + 1));
}
