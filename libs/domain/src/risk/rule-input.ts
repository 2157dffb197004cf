/** What the decision path hands over for one transaction, and the look-ups that several facts share. */
import type { Account } from '../accounts/account.js';
import { type MoneyBackDay, moneyBackOf30Days } from '../accounts/money-back-history.js';
import { type ContentFacts, contentFactsAt } from '../content/content-history.js';
import type { Payment, Transaction } from '../decisions/transaction.js';
import { type Instant, MINUTE } from '../kernel/time.js';
import type { LimitRoom } from '../limits/spending-limit.js';
import type { ListEntry, ListName, ListValueType } from '../lists/list-entry.js';
import { type ListIndex, typesOn } from '../lists/list-index.js';
import { type CardsSeen, cardTestingScore } from '../security/card-testing.js';
import { decodeSecurity } from '../security/pack-profile.js';
import { NO_DEVICE } from '../security/security-event.js';
import type { SecurityProfile } from '../security/security-profile.js';
import { type TakeoverScore, takeoverScore } from '../security/takeover-score.js';
import { actingOn } from './acting-device.js';
import { spendingUnlikeBefore } from './spending-habit.js';
import type { VelocityStates } from './velocity-entities.js';
import { VelocityReading } from './velocity-reading.js';
import { hashId } from './velocity-sightings.js';
import { emptyVelocity, type VelocityWindow } from './velocity-state.js';

/** Amounts are plain numbers here (all are below 2^53). Velocity must not contain the transaction itself yet. */
export interface RuleInput {
  readonly transaction: Transaction;
  readonly account: Account;
  readonly counterparty: Account | null;
  /** Coins bought, spent or rewarded, promotion included; 0 for conversions and withdrawals. */
  readonly coins: number;
  /** Of the coins to be spent, those that come from bonus lots. */
  readonly bonusCoins: number;
  /** Diamonds converted or withdrawn; 0 otherwise. */
  readonly diamonds: number;
  /** The price of a purchase in US cents at the reference rate; 0 otherwise. */
  readonly amountUsdMinor: number;
  /** The promotion a purchase would get. */
  readonly promotionId: string | null;
  /** Coins available by kind before the transaction, and debt. */
  readonly wallet: {
    readonly paid: number;
    readonly bonus: number;
    readonly earned: number;
    readonly debtCoins: number;
  };
  readonly velocity: VelocityStates;
  readonly lists: ListIndex;
  /** Room left under every limit in force if this transaction is approved. */
  limits(): readonly LimitRoom[];
}

/** Never having changed credentials reads as having done so this long ago (some 1,900 years). */
export const NEVER_MINUTES = 1_000_000_000;

const NOTHING = emptyVelocity();

/** One transaction under judgement. Every reading is worked out once, when the first rule asks. */
export class Judged {
  readonly at: Instant;
  readonly #readings = new Map<keyof VelocityStates, VelocityReading>();
  #own: readonly ListEntry[] | null = null;
  #theirs: readonly ListEntry[] | null = null;
  #security: SecurityProfile | null = null;
  #takeover: TakeoverScore | null = null;
  #cardTesting: number | null = null;

  constructor(readonly input: RuleInput) {
    this.at = input.transaction.occurredAt;
  }

  get tx(): Transaction {
    return this.input.transaction;
  }

  get payment(): Payment | undefined {
    return this.tx.kind === 'purchase' ? this.tx.payment : undefined;
  }

  /** Whether an app store takes the payment: it sees the card itself. */
  get isStorePayment(): boolean {
    return this.payment?.provider === 'apple' || this.payment?.provider === 'google';
  }

  get counterparty(): Account | null {
    return this.input.counterparty;
  }

  reading(entity: keyof VelocityStates): VelocityReading {
    let reading = this.#readings.get(entity);
    if (!reading) {
      reading = new VelocityReading(this.input.velocity[entity] ?? NOTHING, this.at);
      this.#readings.set(entity, reading);
    }
    return reading;
  }

  get moneyBack(): Omit<MoneyBackDay, 'day'> {
    return moneyBackOf30Days(this.input.account.moneyBack, this.at);
  }

  /** What the account, or the one it gives to, has written. */
  content(whose: 'account' | 'counterparty'): ContentFacts | null {
    const account = this.input[whose];
    return account && contentFactsAt(account.contentHistory, this.at);
  }

  get security(): SecurityProfile {
    this.#security ??= decodeSecurity(this.input.account.security);
    return this.#security;
  }

  /** The device as the profile of security names it. */
  get deviceHash(): number {
    const { device } = this.tx;
    return device === undefined ? NO_DEVICE : hashId(device.id);
  }

  get takeover(): TakeoverScore {
    if (this.#takeover === null) {
      const { createdAt } = this.input.account;
      const acting = actingOn(this.deviceHash, { createdAt, velocity: this.reading('account'), at: this.at });
      const spending = spendingUnlikeBefore(this);
      this.#takeover = takeoverScore(this.security, { spending, ...acting }, this.at);
    }
    return this.#takeover;
  }

  get cardTesting(): number {
    const isTried = this.instrumentId !== undefined && !this.isStorePayment;
    this.#cardTesting ??= !isTried
      ? 0
      : cardTestingScore({
          device: this.cardsSeen('device', 'h24'),
          address: this.cardsSeen('ip', 'h1'),
          cardCountries: this.reading('account').distinct('d7', 'cardCountries'),
        });
    return this.#cardTesting;
  }

  /** The scores that rules asked for; null for those nobody did. */
  get scoresAsked(): { readonly takeover: TakeoverScore | null; readonly cardTesting: number | null } {
    return { takeover: this.#takeover, cardTesting: this.#cardTesting };
  }

  /** What a device or address has seen, this purchase included. */
  private cardsSeen(entity: 'device' | 'ip', window: VelocityWindow): CardsSeen | null {
    if (!this.input.velocity[entity]) return null;
    const reading = this.reading(entity);
    const knowsCard = this.instrumentId === undefined || reading.knows('instruments', this.instrumentId);
    return {
      cards: reading.distinct(window, 'instruments') + (knowsCard ? 0 : 1),
      accounts: reading.distinct(window, 'accounts') + (reading.knows('accounts', this.tx.accountId) ? 0 : 1),
      purchases: reading.count(window, 'purchases') + 1,
      usdMinor: reading.sum(window, 'purchases') + this.input.amountUsdMinor,
      declined: reading.count(window, 'declined'),
    };
  }

  get instrumentId(): string | undefined {
    const payment = this.payment;
    return payment?.instrument === undefined ? undefined : `${payment.provider}:${payment.instrument}`;
  }

  /** Accounts seen with an entity in 30 days, this one included. */
  accountsOn(entity: 'device' | 'ip' | 'instrument' | 'payout'): number {
    if (!this.input.velocity[entity]) return 0;
    const reading = this.reading(entity);
    return reading.distinct('d30', 'accounts') + (reading.knows('accounts', this.tx.accountId) ? 0 : 1);
  }

  /** The list entries that the transaction itself matches. */
  get listEntries(): readonly ListEntry[] {
    const { tx } = this;
    this.#own ??= this.input.lists.find(
      {
        account: tx.accountId,
        device: tx.device?.id,
        ip: tx.device?.ip,
        instrument: this.instrumentId,
        email_domain: emailDomainOf(this.input.account),
        card_country: this.payment?.country,
        payout: tx.kind === 'withdrawal' ? `${tx.payout.method}:${tx.payout.destination}` : undefined,
      },
      this.at,
    );
    return this.#own;
  }

  /** Those that whoever receives the gift matches. */
  get counterpartyListEntries(): readonly ListEntry[] {
    const { counterparty, lists } = this.input;
    if (!counterparty) return [];
    this.#theirs ??= lists.find(
      { account: counterparty.accountId, email_domain: emailDomainOf(counterparty) },
      this.at,
    );
    return this.#theirs;
  }

  listed(list: ListName): readonly ListValueType[] {
    return typesOn(list, this.listEntries);
  }

  counterpartyListed(list: ListName): boolean {
    return this.counterpartyListEntries.some((entry) => entry.list === list);
  }
}

export const emailDomainOf = (account: Pick<Account, 'email'>): string | undefined =>
  account.email?.slice(account.email.lastIndexOf('@') + 1).toLowerCase();

export const minutesSince = (then: Instant | null, now: Instant): number =>
  then === null ? NEVER_MINUTES : Math.floor((now - then) / MINUTE);

export const isMinor = (account: Pick<Account, 'ageBand'>): boolean =>
  account.ageBand === 'under13' || account.ageBand === '13-15' || account.ageBand === '16-17';

const hours = new Map<string, Intl.DateTimeFormat>();
/** The hour 0 … 23 on a clock in the time zone. */
export function hourIn(timeZone: string, at: Instant): number {
  let format = hours.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' });
    hours.set(timeZone, format);
  }
  return Number(format.format(at));
}
