/** Stripe counts in seconds. */
export const seconds = (ms: number): number => Math.floor(ms / 1_000);
