import {
  type AppliedPromotion,
  addUsage,
  checkLimits,
  coinBalances,
  contextOf,
  type Evaluation,
  evaluateRuleset,
  evaluateShadow,
  Judged,
  type Judgement,
  type LimitRoom,
  type LimitUsage,
  type ListEntry,
  NO_DEVICE,
  type Offer,
  type Reason,
  type RulesVerdict,
  reasons,
  reasonsOf,
  roomsFor,
  type ShadowVerdict,
  type Situation,
  type Spend,
  spendOf,
  type Terms,
  type VelocityFacts,
  type VelocityStates,
} from '@coinwarden/domain';
import { type Amounts, amountsOf } from './amounts.js';
import type { AccountState, BatchState } from './batch-state.js';
import { countMoved, type MovedNumbers } from './count-moved.js';
import { findTerms, type TermsQuestion } from './find-terms.js';
import type { PreparedItem } from './prepared-item.js';
import { proofAsked } from './proof-asked.js';
import type { ReferenceSnapshot } from './reference-data.js';

interface Parts extends Omit<TermsQuestion, 'before'> {
  readonly recipient: AccountState | null;
}

/**
 * Looks up, for one item, what judging it needs: its terms, limits, rules. Everything costly is worked out when it is first
 * asked for, and once.
 */
export class Examination implements Situation {
  readonly item: PreparedItem;
  readonly account: AccountState;
  readonly recipient: AccountState | null;
  readonly terms: Terms | Reason;
  readonly velocityStates: VelocityStates;
  evaluation: Evaluation | null = null;
  /** What the version in shadow would have said. */
  shadow: ShadowVerdict | null = null;
  private readonly batch: BatchState;
  private readonly references: ReferenceSnapshot;
  private readonly offer: Offer | null;
  private judged: Judged | null = null;
  private moved: MovedNumbers | null = null;
  /** The limit that refused it, if one did. */
  refusedRoom: LimitRoom | null = null;
  private after: LimitUsage | null = null;

  constructor(parts: Parts) {
    this.item = parts.item;
    this.batch = parts.batch;
    this.references = parts.references;
    this.account = parts.account;
    this.recipient = parts.recipient;
    this.velocityStates = this.batch.velocityStatesOf(this.item, this);
    const { terms, offer } = findTerms({ ...parts, before: this.velocityStates.account });
    this.terms = terms;
    this.offer = offer;
  }

  get now(): number {
    return this.item.now;
  }

  get status() {
    return this.account.account.status;
  }

  get statusBecause() {
    return this.account.account.statusBecause;
  }

  get excludedUntil() {
    return this.account.account.excludedUntil;
  }

  get recipientStatus() {
    return this.recipient?.account.status ?? null;
  }

  get wallet() {
    return this.account.wallet;
  }

  get rulesetVersion(): number {
    return this.references.ruleset.version;
  }

  get promotion(): AppliedPromotion | null {
    return this.offer?.promotion ?? null;
  }

  /** Said beside the decision: why a promotion that was expected does not apply. */
  get notices(): readonly Reason[] {
    return this.offer?.fallback ? [this.offer.fallback] : [];
  }

  /** Whether no purchase has used this payment yet. */
  get referenceFree(): boolean {
    const { claim } = this.item;
    return claim !== null && this.batch.isUnused(claim);
  }

  get paymentRefusal(): Reason | null {
    const { transaction: tx } = this.item;
    if (tx.kind !== 'purchase' || this.offer === null) return null;
    const price = { amountMinor: this.offer.priceMinor, currency: this.offer.currency };
    if (tx.money.amountMinor !== price.amountMinor) return reasons.priceMismatch(tx.money, price);
    return this.referenceFree ? null : reasons.referenceUsed(tx.payment.provider, tx.payment.reference);
  }

  /** What it would use of the spending limits; null for kinds that none applies to. */
  get spend(): Spend | null {
    return 'code' in this.terms ? null : spendOf(this.terms);
  }

  get amounts(): Amounts {
    return amountsOf(this.terms, this.item.transaction);
  }

  readonly checkLimits = (): LimitRoom | null => {
    const { spend } = this;
    this.refusedRoom = spend === null ? null : checkLimits({ spend, ...this.limitQuestion() }).refused;
    return this.refusedRoom;
  };

  /** Of the coins it would move, those of kind bonus and earned; null where all are paid, or nothing would move. */
  get coinKinds(): readonly [bonus: number, earned: number] | null {
    const { terms } = this;
    if ('code' in terms) return null;
    const { bonusCoins, earnedCoins } = this.movedNumbers(terms);
    const bonus = terms.kind === 'purchase' ? Number(terms.bonusCoins) : bonusCoins;
    return bonus > 0 || earnedCoins > 0 ? [bonus, earnedCoins] : null;
  }

  readonly askRules = (terms: Terms): RulesVerdict => {
    const balances = coinBalances(this.wallet, this.now);
    this.judged = new Judged({
      transaction: this.item.transaction,
      account: this.account.account,
      counterparty: this.recipient?.account ?? null,
      ...this.movedNumbers(terms),
      promotionId: this.promotion?.promotionId ?? null,
      wallet: {
        paid: Number(balances.paid),
        bonus: Number(balances.bonus),
        earned: Number(balances.earned),
        debtCoins: Number(this.wallet.debtCoins),
      },
      velocity: this.velocityStates,
      lists: this.references.lists,
      // Few rules look at limits, and working them out costs as much as several rules.
      limits: () => this.roomsUnder(this.usageAfter),
    });
    const context = contextOf(this.judged);
    this.evaluation = evaluateRuleset(this.references.ruleset, context);
    const { shadow } = this.references;
    if (shadow) this.shadow = evaluateShadow(shadow, context, this.evaluation);
    const { outcome, score } = this.evaluation;
    if (outcome === 'approve') return { outcome, score, reasons: [] };
    return {
      outcome,
      score,
      reasons: [...proofAsked(this.evaluation, this.judged), ...reasonsOf(this.evaluation)],
    };
  };

  /** The scores that rules asked for. */
  get scoresAsked() {
    return this.judged?.scoresAsked ?? { takeover: null, cardTesting: null };
  }

  get deviceHash(): number {
    return this.judged?.deviceHash ?? NO_DEVICE;
  }

  /** The list entries it was judged with; none when something refused it before the rules. */
  get listEntries(): readonly ListEntry[] {
    const { judged } = this;
    return judged === null ? [] : [...judged.listEntries, ...judged.counterpartyListEntries];
  }

  /** The account's usage of its limits once this transaction counts. */
  get usageAfter(): LimitUsage {
    const { spend, account, now } = this;
    this.after ??= spend ? addUsage(account.usage, spend, now, account.account.timeZone) : account.usage;
    return this.after;
  }

  /** The room under each limit as it stands: asked once the decision has left its mark. */
  roomsNow(): LimitRoom[] {
    return this.roomsUnder(this.account.usage);
  }

  velocityFacts(judgement: Judgement): VelocityFacts {
    const { terms } = this;
    const moved =
      'code' in terms
        ? { coins: 0, bonusCoins: 0, earnedCoins: 0, diamonds: 0, amountUsdMinor: 0 }
        : this.movedNumbers(terms);
    const paymentRefused = judgement.reasons.some((r) => r.code.startsWith('purchase.'));
    return { transaction: this.item.transaction, outcome: judgement.outcome, ...moved, paymentRefused };
  }

  usePromotion(): void {
    const { promotion } = this;
    if (promotion === null) return;
    const { transactionId } = this.item.ids;
    const { accountId } = this.account.account;
    this.batch.reads.promotions.record({ accountId, transactionId, at: this.now }, promotion);
  }

  private roomsUnder(usage: LimitUsage): LimitRoom[] {
    const { spend } = this;
    return spend === null ? [] : roomsFor({ measure: spend.measure, ...this.limitQuestion(), usage });
  }

  private limitQuestion() {
    const { account, limits, usage } = this.account;
    return {
      limits: [...this.references.policyLimits(account), ...limits],
      usage,
      at: this.now,
      timeZone: account.timeZone,
    };
  }

  /** Worked out before anything moves: which lots a spend burns depends on the wallet as it was. */
  private movedNumbers(terms: Terms): MovedNumbers {
    this.moved ??= countMoved(terms, this.wallet, this.now);
    return this.moved;
  }
}
