import {
  type Account,
  DAY,
  emptyVelocity,
  ListIndex,
  MINUTE,
  NO_LINKS,
  NO_MONEY_BACK,
  NOTHING_FLAGGED,
  type RuleInput,
  recordVelocity,
  type SightingKind,
  type Transaction,
  type VelocityEntity,
  type VelocitySeries,
  type VelocityState,
} from '@coinwarden/domain';

/** A Sunday noon in UTC. */
export const NOON = Date.UTC(2026, 1, 1, 12);

/** `[series, amount, minutes ago, who was seen]`, repeated `times`. */
export interface PastEvent {
  readonly series: VelocitySeries;
  readonly amount?: number;
  readonly minutesAgo?: number;
  readonly times?: number;
  readonly seen?: Partial<Record<SightingKind, readonly string[]>>;
}

export type History = Partial<Record<VelocityEntity | 'account' | 'counterparty', readonly PastEvent[]>>;

export type TransactionTraits = { readonly kind: Transaction['kind'] } & Readonly<Record<string, unknown>>;

export interface Traits {
  readonly tx: TransactionTraits;
  readonly account?: Partial<Account>;
  readonly counterparty?: Partial<Account>;
  readonly history?: History;
  readonly facts?: Partial<
    Pick<RuleInput, 'coins' | 'bonusCoins' | 'diamonds' | 'amountUsdMinor' | 'promotionId'>
  >;
  readonly wallet?: Partial<RuleInput['wallet']>;
  readonly lists?: RuleInput['lists'];
  readonly limits?: ReturnType<RuleInput['limits']>;
}

export const PERSON: Account = {
  accountId: 'ada',
  createdAt: NOON - 200 * DAY,
  country: 'DE',
  timeZone: 'Europe/Berlin',
  ageBand: 'adult',
  creator: false,
  displayName: 'Ada',
  email: 'ada@example.com',
  guardianAccountId: null,
  status: 'active',
  statusBecause: null,
  excludedUntil: null,
  credentialChangedAt: null,
  signInFailures: 0,
  moneyBack: NO_MONEY_BACK,
  links: NO_LINKS,
  contentHistory: NOTHING_FLAGGED,
  security: '[]',
};

const BODIES = {
  purchase: {
    packageId: 'small',
    money: { amountMinor: 199n, currency: 'USD' },
    payment: { provider: 'stripe', reference: 'pay-1', instrument: 'card-1', country: 'DE', captured: true },
  },
  gift: { recipientId: 'bea', giftId: 'rose', quantity: 1 },
  video_promotion: { contentId: 'video-1' },
  unlock: { contentId: 'video-1' },
  reward: { reason: 'task' },
  conversion: {},
  withdrawal: { payout: { method: 'bank', destination: 'DE00' } },
} as const;

/** One transaction under judgement: an ordinary one by an ordinary adult, but for the traits given. */
export function ruleInput(traits: Traits): RuleInput {
  const at = Number(traits.tx['occurredAt'] ?? NOON);
  const transaction = {
    accountId: 'ada',
    occurredAt: at,
    device: { id: 'phone', ip: '198.18.0.1' },
    ...BODIES[traits.tx.kind],
    ...traits.tx,
  } as unknown as Transaction;
  const { kind } = transaction;
  const history = traits.history ?? {};
  const state = (entity: keyof History): VelocityState => remembered(history[entity] ?? [], at);
  return {
    transaction,
    account: { ...PERSON, ...traits.account },
    counterparty:
      kind === 'gift'
        ? { ...PERSON, accountId: 'bea', email: 'bea@example.org', creator: true, ...traits.counterparty }
        : null,
    coins: kind === 'conversion' || kind === 'withdrawal' ? 0 : 100,
    bonusCoins: 0,
    diamonds: kind === 'conversion' || kind === 'withdrawal' ? 100 : 0,
    amountUsdMinor: kind === 'purchase' ? 199 : 0,
    promotionId: null,
    ...traits.facts,
    wallet: { paid: 500, bonus: 0, earned: 0, debtCoins: 0, ...traits.wallet },
    velocity: {
      account: state('account'),
      ...(kind === 'gift' && { counterparty: state('counterparty'), pair: state('pair') }),
      ...(transaction.device && { device: state('device'), ip: state('ip') }),
      ...(kind === 'purchase' && { instrument: state('instrument') }),
      ...(kind === 'withdrawal' && { payout: state('payout') }),
    },
    lists: traits.lists ?? new ListIndex(),
    limits: () => traits.limits ?? [],
  };
}

function remembered(events: readonly PastEvent[], now: number): VelocityState {
  const state = emptyVelocity();
  for (const { series, amount = 100, minutesAgo = 10, times = 1, seen = {} } of events) {
    const others = Object.entries(seen).flatMap(([kind, ids]) =>
      ids.map((id) => ({ kind: kind as SightingKind, id })),
    );
    for (let i = 0; i < times; i++) {
      recordVelocity(state, { series, amount, seen: others }, now - minutesAgo * MINUTE);
    }
  }
  return state;
}
