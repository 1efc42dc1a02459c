export interface Place {
  readonly id: string;
  readonly name: string;
}

/** Places under one heading, each with the floor that opens it. */
export interface PlaceGroup {
  readonly name: string;
  readonly options: readonly { readonly place: Place; readonly floorId: string }[];
}
