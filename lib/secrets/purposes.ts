/** A text of no worth, sealed by the first instance: who can open it has the same key. */
export const CANARY = "sealed-check";

/** The vendor is sealed along, so that one vendor's row is no secret of another; the slot is not, it changes. */
export const webhookSecretOf = (vendor: string): string => `webhook secret of ${vendor}`;
