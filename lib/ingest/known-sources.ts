import type { PlaceStep, SourceClaim, SourceRef } from "@/lib/core/observation";
import { type SourceIds, sourceKey } from "@/lib/db/place-repository";

/** What this process has already seen in the database, so that the usual batch need not look. */
export interface KnownSources {
  /** Whether a claim says nothing that was not said before. */
  knows(claim: SourceClaim): boolean;
  /** The claims that say something new, one per source: the newest word. */
  unknown<C extends { readonly path: SourceClaim; readonly saidAtUs: number }>(claims: readonly C[]): C[];
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
  const knows = (claim: SourceClaim) => {
    const self = claim.at(-1);
    return self === undefined || saysNothingNew(claimed.get(sourceKey(self.source)), claim);
  };
  return {
    knows,
    unknown(claims) {
      const news = new Map<string, (typeof claims)[number]>();
      for (const claim of claims) {
        const self = claim.path.at(-1);
        if (!self || knows(claim.path)) continue;
        const key = sourceKey(self.source);
        const other = news.get(key);
        if (!other || other.saidAtUs <= claim.saidAtUs) news.set(key, claim);
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

function saysNothingNew(known: SourceClaim | undefined, claim: SourceClaim): boolean {
  if (known === claim) return true;
  if (known === undefined || known.length !== claim.length) return false;
  return claim.every((step, i) => isSameStep(known[i] as PlaceStep, step)); // both have that many steps
}

/** What a step leaves out takes nothing back, so it is no news: Zoom names a room in some events and not in others. */
function isSameStep(known: PlaceStep, step: PlaceStep): boolean {
  return (
    known.source.externalId === step.source.externalId &&
    known.source.kind === step.source.kind &&
    (step.name === null || known.name === step.name) &&
    (step.customId === null || known.customId === step.customId) &&
    saysTheSame(known.attributes, step.attributes)
  );
}

function saysTheSame(known: PlaceStep["attributes"] = {}, attributes: PlaceStep["attributes"] = {}): boolean {
  return Object.keys(attributes).every((key) => Object.hasOwn(known, key) && known[key] === attributes[key]);
}
