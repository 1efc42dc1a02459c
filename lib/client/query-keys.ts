/** Every key of the browser's cache. */
export const queryKeys = {
  floors: ["floors"] as const,
  floor: (floorId: string) => ["floor", floorId] as const,
  visitors: (siteId: string) => ["visitors", siteId] as const,
  history: (spaceId: string, metric: string, from: string, to: string) =>
    ["history", spaceId, metric, from, to] as const,
};
