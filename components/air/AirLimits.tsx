"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type AirLimits, BUILT_IN_LIMITS, limitsWithin, type OwnLimits } from "@/lib/core/air-limits";
import type { SpaceSnapshot } from "@/lib/core/floor";

const LimitsContext = createContext<(spaceId: string) => AirLimits>(() => BUILT_IN_LIMITS);

interface AirLimitsProviderProps {
  readonly spaces: readonly Pick<SpaceSnapshot, "id" | "parentId" | "limits">[];
  /** What the floor has or inherits. */
  readonly floor: OwnLimits | undefined;
  readonly children: ReactNode;
}

/** Tells everything inside which limits of the air count where. */
export function AirLimitsProvider({ spaces, floor, children }: AirLimitsProviderProps) {
  const limitsOf = useMemo(() => limitsWithin(spaces, floor), [spaces, floor]);
  return <LimitsContext value={limitsOf}>{children}</LimitsContext>;
}

/** The limits that count in a space; outside of a floor the built-in ones. */
export const useAirLimits = (spaceId: string): AirLimits => useContext(LimitsContext)(spaceId);
