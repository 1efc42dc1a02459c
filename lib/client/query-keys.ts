/** Every key of the browser's cache. */
export const queryKeys = {
  floors: ["floors"] as const,
  floor: (floorId: string) => ["floor", floorId] as const,
  planOverview: ["plan-overview"] as const,
  /** What viewers see of a floor's plan; a publishing is a new key. */
  publishedPlan: (floorId: string, revision: number | null) => ["published-plan", floorId, revision] as const,
  utilization: (floorId: string, day: string) => ["utilization", floorId, day] as const,
  roomsElsewhere: (floorId: string, search: string) => ["rooms-elsewhere", floorId, search] as const,
  search: (text: string) => ["search", text] as const,
  thresholds: ["thresholds"] as const,
  visitors: (siteId: string) => ["visitors", siteId] as const,
  /** A day of a site's visitors, with names or without. */
  visitorDay: (siteId: string, date: string, named: boolean) => ["visitors", siteId, date, named] as const,
  /** Figures, heatmap, series or what is usual, by their query. */
  history: (path: string, query: string) => ["history", path, query] as const,
  spaceDay: (spaceId: string, date: string) => ["space-day", spaceId, date] as const,
  /** Everything below is about sources and where they stand. */
  sources: ["sources"] as const,
  waitingSources: ["sources", "waiting"] as const,
  sourceSummary: ["sources", "summary"] as const,
  mappedToday: ["sources", "mapped"] as const,
  sourceList: (search: string) => ["sources", "list", search] as const,
  stays: (sourceId: string) => ["sources", "stays", sourceId] as const,
  places: ["places"] as const,
  /** What viewers see of a floor's plan, whichever revision that is; for pages that do not follow the floor. */
  planOf: (floorId: string) => ["plan-of", floorId] as const,
  /** The spaces of a floor as admins work on them. */
  floorSpaces: (floorId: string) => ["floor-spaces", floorId] as const,
  /** Who feeds the spaces of a floor, with ages. */
  floorSources: (floorId: string) => ["floor-sources", floorId] as const,
  feeds: ["feeds"] as const,
  maintenance: ["maintenance"] as const,
  fusionPreview: (spaceId: string, rules: string) => ["fusion-preview", spaceId, rules] as const,
  previewSpaces: (type: string) => ["preview-spaces", type] as const,
  spaceWhy: (spaceId: string) => ["space-why", spaceId] as const,
  /** An hour of a floor's past, by its start (ms). */
  past: (floorId: string, from: number) => ["past", floorId, from] as const,
  pastEvents: (floorId: string, from: number) => ["past-events", floorId, from] as const,
  start: ["start"] as const,
  /** Everything that is asked of the server about alerts stands below this. */
  alerts: ["alerts"] as const,
  alertList: (search: string) => ["alerts", "list", search] as const,
  alertFacets: (search: string) => ["alerts", "counted", "facets", search] as const,
  alertCounts: (search: string) => ["alerts", "counted", "views", search] as const,
  openAlerts: ["alerts", "counted", "open"] as const,
  /** Below this is what has to be counted again when alerts change. */
  countedAlerts: ["alerts", "counted"] as const,
  alert: (id: string) => ["alerts", "one", id] as const,
  alertChildren: (id: string) => ["alerts", "children", id] as const,
  handover: (at: string) => ["alerts", "handover", at] as const,
  /** What the alert feed said since; never asked of the server. */
  alertOverlay: ["alert-feed", "overlay"] as const,
  alertHealth: ["alert-feed", "health"] as const,
  savedViews: ["saved-views"] as const,
  alertLook: ["alert-look"] as const,
  assignees: ["assignees"] as const,
  alertRules: ["alert-rules"] as const,
  people: ["people"] as const,
  invites: ["invites"] as const,
  signInRules: ["sign-in-rules"] as const,
  sessions: (personId: string) => ["sessions", personId] as const,
  account: ["account"] as const,
  /** Everything of the page of spaces stands below this. */
  spaces: ["spaces"] as const,
  spaceTree: ["spaces", "tree"] as const,
  archivedSpaces: ["spaces", "archived"] as const,
  spaceTypes: ["spaces", "types"] as const,
  storage: ["storage"] as const,
  tokens: ["tokens"] as const,
  kiosks: ["kiosks"] as const,
  kioskBoard: ["kiosk-board"] as const,
  kioskFloor: (floorId: string) => ["kiosk-floor", floorId] as const,
  devices: (search: string) => ["devices", search] as const,
  audit: (search: string) => ["audit", search] as const,
  vendors: ["vendors"] as const,
  vendor: (vendor: string) => ["vendor", vendor] as const,
  /** Everything below comes from the delivery log. */
  deliveries: ["deliveries"] as const,
  deliveryLog: (search: string) => ["deliveries", "log", search] as const,
  newestDeliveries: (search: string) => ["deliveries", "newest", search] as const,
  delivery: (deliveryId: string) => ["deliveries", "one", deliveryId] as const,
};
