import { STARTER_RULESET } from '@coinwarden/domain';
import type { Pattern } from '@coinwarden/simulator';

/** What is there to find a pattern: groups of rules, reasons of refusals before any rule, kinds of alerts. */
export interface Detectors {
  readonly groups: readonly string[];
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
  promotion_farm: { groups: ['promotion_abuse', 'new_accounts'], alerts: ['links.ring'] },
  refund_abuse: { groups: ['payment_abuse'] },
  free_coin_scam: { groups: ['scams', 'new_accounts'], alerts: ['content.'] },
  coin_seller: { groups: ['scams', 'stolen_cards'], alerts: ['content.'] },
  reward_farming: { groups: ['promotion_abuse'], alerts: ['links.ring'] },
  minor_overspending: { groups: ['minors'], refusals: ['limit.exceeded'] },
};

const GROUP_OF = new Map(STARTER_RULESET.rules.map(({ key, group }) => [key, group]));

export const isOwnRule = ({ groups }: Detectors, key: string): boolean =>
  groups.includes(GROUP_OF.get(key) ?? '');

export const isOwnAlert = ({ alerts = [] }: Detectors, code: string): boolean =>
  alerts.some((start) => code.startsWith(start));
