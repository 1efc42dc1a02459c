/**
 * What an alert is about, spelled so that the same trouble always spells the same: at most one alert of a cause is not
 * resolved, and the database holds that.
 */
export const causeOf = {
  offline: (sourceId: number) => `source:${sourceId}:offline`,
  signal: (sourceId: number, code: string) => `source:${sourceId}:signal:${code}`,
  rule: (ruleId: number, spaceId: number) => `rule:${ruleId}:${spaceId}`,
  noData: (ruleId: number, spaceId: number) => `rule:${ruleId}:${spaceId}:no-data`,
  decay: (spaceId: number) => `decay:${spaceId}`,
  feed: (vendor: string) => `feed:${vendor}`,
  floor: (floorId: number, startedAt: number) => `floor:${floorId}:${startedAt}`,
};
