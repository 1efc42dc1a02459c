import type { PlaceClaim } from "@/lib/db/place-repository";

/** Which places this process has already seen in the database, so that the usual batch need not look. */
export interface KnownPlaces {
  /** The claims that say something new, one per source: the newest. */
  unknown(claims: readonly PlaceClaim[]): PlaceClaim[];
  /** Call after the commit only. */
  remember(claims: readonly PlaceClaim[]): void;
}

/** A bound, so that a sender of endless new ids costs time, never memory. */
const MOST = 100_000;

const sourceKey = (claim: PlaceClaim) => {
  const source = claim.path.at(-1)?.source;
  return `${source?.vendor}/${source?.kind}/${source?.externalId}`;
};

const signature = (claim: PlaceClaim) =>
  JSON.stringify(claim.path.map((step) => [step.source.externalId, step.name, step.customId]));

/**
 * Only a hint: sources and their spaces are never deleted, and a source that another instance renamed or moved
 * differs in signature as soon as it speaks, so a wrong entry costs a look-up and not the truth.
 */
export function createKnownPlaces(): KnownPlaces {
  const known = new Map<string, string>();
  return {
    unknown(claims) {
      const news = new Map<string, PlaceClaim>();
      for (const claim of claims) {
        if (claim.path.length === 0 || known.get(sourceKey(claim)) === signature(claim)) continue;
        const other = news.get(sourceKey(claim));
        if (!other || other.saidAtUs <= claim.saidAtUs) news.set(sourceKey(claim), claim);
      }
      return [...news.values()];
    },
    remember(claims) {
      if (known.size + claims.length > MOST) known.clear();
      for (const claim of claims) known.set(sourceKey(claim), signature(claim));
    },
  };
}
