/** A floor that a screen can show. */
export interface FloorChoice {
  readonly id: string;
  readonly name: string;
  readonly site: { readonly id: string; readonly name: string };
}
