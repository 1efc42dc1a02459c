import type { SpaceSnapshot, SpaceSource } from "@/lib/core/floor";

/** Which of its sources a space was heard of last, and when (ms); null when never. */
export function newestOf({ sources }: Pick<SpaceSnapshot, "sources">): {
  readonly vendor: SpaceSource["vendor"];
  readonly at: number;
} | null {
  const heard = sources.flatMap(({ vendor, lastReadingAt }) =>
    lastReadingAt === null ? [] : [{ vendor, at: Date.parse(lastReadingAt) }],
  );
  return heard.toSorted((a, b) => b.at - a.at)[0] ?? null;
}
