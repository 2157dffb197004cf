import {
  type Account,
  emptyVelocity,
  encodeSecurity,
  Judged,
  ListIndex,
  NO_LINKS,
  NO_MONEY_BACK,
  NOTHING_FLAGGED,
  NOTHING_HAPPENED,
  recordTransaction,
  type SecurityProfile,
  securityEventOf,
  type TakeoverSign,
  type Transaction,
  type VelocityState,
  type VelocityStates,
  velocityKeysOf,
  withEvent,
} from '@coinwarden/domain';
import { type Pattern, type SimulatedItem, type SimulatorOptions, simulate } from '@coinwarden/simulator';

type Item<K extends SimulatedItem['kind']> = Extract<SimulatedItem, { kind: K }>;

/** The worst an account ever scored, and what it was labelled for. */
export interface ScoredAccount {
  readonly accountId: string;
  takeover: number;
  signs: readonly TakeoverSign[];
  cardTesting: number;
}

export interface ScoredEconomy {
  readonly accounts: readonly ScoredAccount[];
  /** Accounts with a transaction of the pattern that the score was asked about. */
  readonly labelled: ReadonlyMap<Pattern, ReadonlySet<string>>;
}

/**
 * Plays an economy in memory and keeps the worst takeover and card-testing scores of every account as its purchases, gifts and
 * withdrawals come, the way the decision path works them out; nothing is declined. Labels are read only at the end.
 */
export function scoreSecurity(
  options: SimulatorOptions,
  coinsOf: ReadonlyMap<string, number>,
): ScoredEconomy {
  const book = new Book(coinsOf);
  const simulation = simulate({ ...options, places: true });
  for (const item of simulation.items) {
    if (item.kind === 'account') book.open(item);
    else if (item.kind === 'event') book.hear(item);
    else if (item.kind === 'transaction') book.judge(item);
  }
  const labelled = new Map<Pattern, Set<string>>();
  for (const label of simulation.takeLabels()) {
    if (label.subject !== 'transaction') continue;
    labelled.set(label.pattern, (labelled.get(label.pattern) ?? new Set()).add(label.accountId));
  }
  return { accounts: [...book.scores.values()], labelled };
}

class Book {
  readonly scores = new Map<string, ScoredAccount>();
  private readonly accounts = new Map<string, Account>();
  private readonly profiles = new Map<string, SecurityProfile>();
  private readonly coins = new Map<string, number>();
  private readonly velocity = new Map<string, VelocityState>();
  private readonly lists = new ListIndex();

  constructor(private readonly coinsOf: ReadonlyMap<string, number>) {}

  open({ account }: Item<'account'>): void {
    const { accountId } = account;
    this.scores.set(accountId, { accountId, takeover: 0, signs: [], cardTesting: 0 });
    this.accounts.set(accountId, {
      displayName: null,
      email: null,
      guardianAccountId: null,
      ...account,
      createdAt: Date.parse(account.createdAt),
      status: 'active',
      statusBecause: null,
      excludedUntil: null,
      credentialChangedAt: null,
      signInFailures: 0,
      moneyBack: NO_MONEY_BACK,
      links: NO_LINKS,
      contentHistory: NOTHING_FLAGGED,
      security: '[]',
    } as Account);
  }

  hear({ at, event }: Item<'event'>): void {
    if (event.type === 'report') return;
    const heard = securityEventOf({ ...event, at, deviceId: event.device?.id });
    const profile = this.profiles.get(event.accountId) ?? NOTHING_HAPPENED;
    this.profiles.set(event.accountId, withEvent(profile, heard));
  }

  judge({ at, transaction: wire }: Item<'transaction'>): void {
    const transaction = { ...wire, occurredAt: at } as unknown as Transaction;
    const { accountId } = wire;
    const coins =
      wire.kind === 'gift'
        ? (this.coinsOf.get(wire.giftId) ?? 0) * wire.quantity
        : 'coins' in wire
          ? wire.coins
          : 0;
    const diamonds = 'diamonds' in wire ? wire.diamonds : 0;
    const amountUsdMinor = wire.kind === 'purchase' ? wire.money.amountMinor : 0;
    const velocity = this.statesOf(transaction);
    const profile = this.profiles.get(accountId) ?? NOTHING_HAPPENED;
    const judged = new Judged({
      transaction,
      account: { ...this.accounts.get(accountId)!, security: encodeSecurity(profile) },
      counterparty: wire.kind === 'gift' ? (this.accounts.get(wire.recipientId) ?? null) : null,
      coins,
      bonusCoins: 0,
      diamonds,
      amountUsdMinor,
      promotionId: null,
      wallet: { paid: this.coins.get(accountId) ?? 0, bonus: 0, earned: 0, debtCoins: 0 },
      velocity,
      lists: this.lists,
      limits: () => [],
    });
    if (wire.kind !== 'reward') this.keep(judged);
    recordTransaction(velocity, {
      transaction,
      outcome: 'approve',
      coins,
      bonusCoins: 0,
      diamonds,
      amountUsdMinor,
      paymentRefused: false,
    });
    const moved = wire.kind === 'purchase' || wire.kind === 'reward' ? coins : -coins;
    this.coins.set(accountId, Math.max(0, (this.coins.get(accountId) ?? 0) + moved));
  }

  private keep(judged: Judged): void {
    const scored = this.scores.get(judged.tx.accountId)!;
    const { takeover, cardTesting } = judged;
    if (takeover.score > scored.takeover) {
      scored.takeover = takeover.score;
      scored.signs = takeover.parts.map(({ sign }) => sign);
    }
    scored.cardTesting = Math.max(scored.cardTesting, cardTesting);
  }

  private statesOf(transaction: Transaction): VelocityStates {
    const keys = velocityKeysOf(transaction);
    return {
      account: this.stateOf(`account:${transaction.accountId}`),
      ...(transaction.kind === 'gift' && {
        counterparty: this.stateOf(`account:${transaction.recipientId}`),
      }),
      ...Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, this.stateOf(key)])),
    };
  }

  private stateOf(key: string): VelocityState {
    const state = this.velocity.get(key) ?? emptyVelocity();
    this.velocity.set(key, state);
    return state;
  }
}
