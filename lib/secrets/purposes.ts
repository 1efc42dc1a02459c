/** A text of no worth, sealed by the first instance: who can open it has the same key. */
export const CANARY = "sealed-check";

/** The vendor is sealed along, so that one vendor's row is no secret of another; the slot is not, it changes. */
export const webhookSecretOf = (vendor: string): string => `webhook secret of ${vendor}`;

/** The row is sealed along: one channel's secret is no good in another's place. */
export const channelSecretOf = (channelId: string): string => `secret of channel ${channelId}`;

/** What this installation proves itself with to push services; also its name among the server's secrets. */
export const PUSH_KEYS = "push-keys";
