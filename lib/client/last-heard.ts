/** When the server was last heard by this page, ms; 0: never. */
let heardAt = 0;

/** To be called whenever something came from the server. */
export function noteHeard(): void {
  heardAt = Date.now();
}

export const lastHeardAt = (): number => heardAt;
