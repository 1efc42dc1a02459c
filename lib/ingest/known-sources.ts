import type { PlaceStep, SourceClaim, SourceRef } from "@/lib/core/observation";
import { type SourceIds, sourceKey } from "@/lib/db/place-repository";

/** What this process has already seen in the database, so that the usual batch need not look. */
export interface KnownSources {
  /** The claims that say something new, one per source: the last. */
  unknown<C extends { readonly path: SourceClaim }>(claims: readonly C[]): C[];
  /** Call after the commit only. */
  remember(claims: readonly { readonly path: SourceClaim }[], ids: SourceIds): void;
  /** Id of a source that was claimed before, or undefined. */
  idOf(source: SourceRef): number | undefined;
  /** Empties it; false when there was nothing to forget. */
  forget(): boolean;
}

/** A bound, so that a sender of endless new ids costs time, never memory. */
const MOST = 100_000;

/**
 * Only a hint: sources and their spaces are never deleted, and a source that another instance renamed or moved
 * differs in its claim as soon as it speaks, so a wrong entry costs a look-up and not the truth.
 */
export function createKnownSources(): KnownSources {
  const claimed = new Map<string, SourceClaim>();
  const ids = new Map<string, number>();
  return {
    unknown(claims) {
      const news = new Map<string, (typeof claims)[number]>();
      for (const claim of claims) {
        const self = claim.path.at(-1);
        if (!self) continue;
        const key = sourceKey(self.source);
        if (!isSameClaim(claimed.get(key), claim.path)) news.set(key, claim);
      }
      return [...news.values()];
    },
    remember(claims, found) {
      if (claimed.size + claims.length > MOST) {
        claimed.clear();
        ids.clear();
      }
      for (const { path } of claims) {
        const self = path.at(-1);
        if (self) claimed.set(sourceKey(self.source), path);
      }
      for (const [key, id] of found) ids.set(key, id);
    },
    idOf: (source) => ids.get(sourceKey(source)),
    forget() {
      const knewSomething = ids.size > 0;
      claimed.clear();
      ids.clear();
      return knewSomething;
    },
  };
}

function isSameClaim(known: SourceClaim | undefined, claim: SourceClaim): boolean {
  if (known === undefined || known.length !== claim.length) return false;
  return claim.every((step, i) => isSameStep(known[i] as PlaceStep, step)); // both have that many steps
}

function isSameStep(a: PlaceStep, b: PlaceStep): boolean {
  return (
    a.source.externalId === b.source.externalId &&
    a.source.kind === b.source.kind &&
    a.name === b.name &&
    a.customId === b.customId &&
    isSameAttributes(a.attributes, b.attributes)
  );
}

function isSameAttributes(a: PlaceStep["attributes"], b: PlaceStep["attributes"]): boolean {
  if (a === undefined || b === undefined) return a === b;
  const keys = Object.keys(b);
  return keys.length === Object.keys(a).length && keys.every((key) => Object.hasOwn(a, key) && a[key] === b[key]);
}
