import { STARTER_RULESET } from '@coinwarden/domain';
import type { Pattern } from '@coinwarden/simulator';

/** What is there to find a pattern: groups of rules, refusals before any rule, alerts. */
export interface Detectors {
  readonly groups: readonly string[];
  /** Refusals before any rule that stop the pattern; they trouble nobody honest, so they point at nobody either. */
  readonly refusals?: readonly string[];
  /** Reason codes of alerts, or what they begin with. */
  readonly alerts?: readonly string[];
}

/**
 * Precision is asked of these alone: of everything they point at, how much is fraud of any pattern. What catches an
 * account of a pattern may be anything at all.
 */
export const DETECTORS: Readonly<Record<Pattern, Detectors>> = {
  stolen_card: { groups: ['stolen_cards'] },
  card_testing: { groups: ['stolen_cards'] },
  account_takeover: { groups: ['takeover'], alerts: ['security.'] },
  gift_ring: { groups: ['gift_rings'], alerts: ['links.ring'] },
  promotion_farm: { groups: ['promotion_abuse', 'new_accounts'], alerts: ['links.ring', 'free_coins.farm'] },
  refund_abuse: { groups: ['payment_abuse'], alerts: ['free_coins.refund_after_gift'] },
  free_coin_scam: { groups: ['scams', 'new_accounts'], alerts: ['content.'] },
  coin_seller: { groups: ['scams', 'stolen_cards'], alerts: ['content.'] },
  reward_farming: { groups: ['promotion_abuse'], alerts: ['links.ring', 'free_coins.farm'] },
  bonus_laundering: { groups: ['cash_out', 'promotion_abuse'], alerts: ['free_coins.laundering'] },
  self_gifting: { groups: ['gift_rings'], alerts: ['links.ring'] },
  uncredited_coins: {
    groups: ['payment_abuse'],
    // Coins that were never credited cannot be spent: that is what stops whoever tries.
    refusals: ['purchase.price_mismatch', 'purchase.reference_used', 'funds.insufficient_coins'],
    alerts: ['free_coins.unpaid'],
  },
  minor_overspending: { groups: ['minors'], refusals: ['limit.exceeded'] },
};

const GROUP_OF = new Map(STARTER_RULESET.rules.map(({ key, group }) => [key, group]));

export const isOwnRule = ({ groups }: Detectors, key: string): boolean =>
  groups.includes(GROUP_OF.get(key) ?? '');

export const isOwnAlert = ({ alerts = [] }: Detectors, code: string): boolean =>
  alerts.some((start) => code.startsWith(start));
