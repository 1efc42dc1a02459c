/** A place of the file: longitude and latitude, or metres to the right and up. */
export type Place = readonly [x: number, y: number];

/** Something of a level that can be drawn. */
export interface LevelItem {
  readonly kind: "room" | "zone" | "desk" | "wall" | "door";
  readonly points: readonly Place[];
  readonly name: string | null;
  readonly capacity: number | null;
  readonly customId: string | null;
}

/** One floor of a file. */
export interface Level {
  /** Unique in the file. */
  readonly key: string;
  readonly name: string;
  /** Order from the bottom to the top; 0 is the ground floor where the file says so. */
  readonly ordinal: number;
  readonly building: string | null;
  readonly items: readonly LevelItem[];
  /** Things of the level we do not draw: plants, signs, what lies outside. */
  readonly leftOut: number;
}
