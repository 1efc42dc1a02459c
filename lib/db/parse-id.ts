/** Ids on the wire are decimal strings; anything else names nothing. */
export function parseId(id: string): number | null {
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null;
}
