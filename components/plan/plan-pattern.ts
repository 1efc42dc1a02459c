/** A pattern of StatePatterns in the size of a plan: `url(#state-dots)` becomes `url(#plan-dots)`. */
export const planPattern = (pattern: string | undefined) => pattern?.replace("url(#state-", "url(#plan-");
