/**
 * Why nobody can ask for a refund of a purchase, whatever the policy says. The code `refund.not_refundable` is the same
 * for all of them; this tells them apart, so that a bulk counts each and the console says it in its reader's language.
 */
export const REFUND_OBSTACLES = ['nothing_taken', 'other_purchase', 'apple_refunds', 'nothing_left'] as const;
export type RefundObstacle = (typeof REFUND_OBSTACLES)[number];
