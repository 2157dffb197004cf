import type { AccountStatus, StatusBecause } from '../accounts/account.js';
import type { Instant } from '../kernel/time.js';
import { planBurn } from '../ledger/burn.js';
import type { LotShare } from '../ledger/lot.js';
import { coinBalances, diamondBalances, type Wallet } from '../ledger/wallet.js';
import type { LimitRoom } from '../limits/spending-limit.js';
import * as reasons from './reasons.js';
import { spendsCoins, spendsDiamonds, type Terms } from './terms.js';
import type { Outcome, Reason } from './transaction.js';

/** What the rules said. A rule that failed is named in `errors` and counts as not fired. */
export interface RulesVerdict {
  readonly outcome: Outcome;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** One transaction with everything it is judged on. The costly parts are asked for only if nothing refused before. */
export interface Situation {
  readonly now: Instant;
  readonly status: AccountStatus;
  readonly statusBecause: StatusBecause | null;
  readonly excludedUntil: Instant | null;
  readonly recipientStatus: AccountStatus | null;
  readonly wallet: Wallet;
  /** What it would move, or why the catalogue knows no such thing. */
  readonly terms: Terms | Reason;
  /** Why the payment cannot stand behind this purchase (price, reference), if so. */
  readonly paymentRefusal: Reason | null;
  readonly checkLimits: (terms: Terms) => LimitRoom | null;
  readonly askRules: (terms: Terms) => RulesVerdict;
}

export interface Judgement {
  readonly outcome: Outcome;
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** The coins an approved or held spend takes, in burn order. */
  readonly shares: readonly LotShare[];
}

/**
 * The order of judgement; the first refusal wins. (Malformed requests, unknown accounts and replays never get here.)
 *   1. the account's, then the recipient's restriction or exclusion
 *   2. an unknown gift or package
 *   3. the spending limits
 *   4. the funds: coins or diamonds to spend, or the payment that must stand behind a purchase
 *   5. the rules: decline, review, or approve
 */
export function judge(situation: Situation): Judgement {
  const { terms } = situation;
  const refusal =
    restriction(situation) ??
    ('code' in terms ? terms : null) ??
    overLimit(situation, terms as Terms) ??
    situation.paymentRefusal;
  if (refusal !== null) return declined(refusal);

  const funds = findFunds(situation, terms as Terms);
  if ('code' in funds) return declined(funds);

  const verdict = situation.askRules(terms as Terms);
  return { shares: verdict.outcome === 'decline' ? [] : funds.shares, ...verdict };
}

const declined = (reason: Reason): Judgement => ({
  outcome: 'decline',
  score: 0,
  reasons: [reason],
  shares: [],
});

function restriction({
  status,
  statusBecause,
  excludedUntil,
  recipientStatus,
  terms,
  now,
}: Situation): Reason | null {
  const kind = 'code' in terms ? null : terms.kind;
  if (status === 'suspended') return reasons.accountSuspended(statusBecause);
  // A restricted account still receives; it cannot spend, buy or cash out.
  if (status === 'restricted' && kind !== 'reward') return reasons.accountRestricted(statusBecause);
  if (
    excludedUntil !== null &&
    now < excludedUntil &&
    kind !== null &&
    (kind === 'purchase' || spendsCoins(kind))
  ) {
    return reasons.accountExcluded(excludedUntil);
  }
  if (recipientStatus === 'suspended' || recipientStatus === 'closed') {
    return reasons.recipientUnavailable(recipientStatus);
  }
  return null;
}

function overLimit(situation: Situation, terms: Terms): Reason | null {
  if (terms.kind !== 'purchase' && !spendsCoins(terms.kind)) return null;
  const refused = situation.checkLimits(terms);
  return refused === null ? null : reasons.limitExceeded(refused);
}

function findFunds({ wallet, now }: Situation, terms: Terms): { shares: readonly LotShare[] } | Reason {
  if (spendsCoins(terms.kind)) {
    const shares = planBurn(wallet, terms.coins, now);
    return shares === null
      ? reasons.insufficientCoins(terms.coins, coinBalances(wallet, now).available)
      : { shares };
  }
  if (spendsDiamonds(terms.kind)) {
    const { available } = diamondBalances(wallet, now);
    if (available < terms.diamonds) return reasons.insufficientDiamonds(terms.diamonds, available);
    const yields = terms.kind === 'conversion' ? terms.coins : (terms.money?.amountMinor ?? 0n);
    if (yields === 0n) return reasons.amountTooSmall(terms.diamonds);
  }
  return { shares: [] };
}
