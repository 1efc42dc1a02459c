/** Every key of the browser's cache. */
export const queryKeys = {
  floors: ["floors"] as const,
  floor: (floorId: string) => ["floor", floorId] as const,
  visitors: (siteId: string) => ["visitors", siteId] as const,
  history: (spaceId: string, metric: string, from: string, to: string) =>
    ["history", spaceId, metric, from, to] as const,
  /** The spaces of a floor as admins work on them. */
  floorSpaces: (floorId: string) => ["floor-spaces", floorId] as const,
  /** Who feeds the spaces of a floor, with ages. */
  floorSources: (floorId: string) => ["floor-sources", floorId] as const,
  feeds: ["feeds"] as const,
  tokens: ["tokens"] as const,
  vendors: ["vendors"] as const,
  vendor: (vendor: string) => ["vendor", vendor] as const,
  /** Everything below comes from the delivery log. */
  deliveries: ["deliveries"] as const,
  deliveryLog: (search: string) => ["deliveries", "log", search] as const,
  newestDeliveries: (search: string) => ["deliveries", "newest", search] as const,
  delivery: (deliveryId: string) => ["deliveries", "one", deliveryId] as const,
};
