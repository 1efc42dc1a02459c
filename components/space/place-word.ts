import type { SpaceSnapshot } from "@/lib/core/floor";

/** What a space is, in words: "Meeting room" from its type, else "Room" from its kind; said by `t(placeWord(…))`. */
export function placeWord({ type, kind }: Pick<SpaceSnapshot, "type" | "kind">): string {
  const words = (type?.trim() || kind).replace(/[_-]+/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
