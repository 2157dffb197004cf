import {
  type Account,
  type DebtRepayment,
  decodeUsage,
  decodeVelocity,
  emptyVelocity,
  encodeUsage,
  encodeVelocity,
  type LimitUsage,
  type PromotionTally,
  type SpendingLimit,
  type StatusBecause,
  type Suspicion,
  type VelocityState,
  type VelocityStates,
  type Wallet,
} from '@coinwarden/domain';
import { Books, type WalletChange, type WalletRecord } from '../../ledger/ledger.public.js';
import type { LimitSighting, ListMatch } from '../../platform/outbox/topics.js';
import type { ShadowRecord } from '../../rules/rules.public.js';
import { type PaymentClaim, referenceKey } from '../persistence/payment-references.store.js';
import type { RefundDue } from '../persistence/refunds.store.js';
import type { KnownTransaction, TransactionRow } from '../persistence/transactions.store.js';
import type { PreparedItem } from './prepared-item.js';
import type { Restriction } from './restrict-accounts.js';

/** One account as the batch sees it: what the database said, then what the items before this one made of it. */
export class AccountState {
  wallet: Wallet;
  changed = false;
  private decodedUsage: LimitUsage | null = null;
  private decodedVelocity: VelocityState | null = null;
  private restricted: Account | null = null;

  constructor(
    private readonly record: WalletRecord,
    readonly limits: readonly SpendingLimit[],
  ) {
    this.wallet = record.wallet;
  }

  get account(): Account {
    return this.restricted ?? this.record.account;
  }

  /** Binds the items that follow; the batch writes it. */
  restrict(statusBecause: StatusBecause): void {
    this.restricted = { ...this.record.account, status: 'restricted', statusBecause };
  }

  get usage(): LimitUsage {
    this.decodedUsage ??= decodeUsage(this.record.usage);
    return this.decodedUsage;
  }

  set usage(usage: LimitUsage) {
    this.decodedUsage = usage;
  }

  get velocity(): VelocityState {
    this.decodedVelocity ??= decodeVelocity(this.record.velocity);
    return this.decodedVelocity;
  }

  toChange(): WalletChange {
    return {
      wallet: this.wallet,
      usage: this.decodedUsage === null ? this.record.usage : encodeUsage(this.decodedUsage),
      velocity: this.decodedVelocity === null ? this.record.velocity : encodeVelocity(this.decodedVelocity),
    };
  }
}

interface Parties {
  readonly account: AccountState;
  readonly recipient: AccountState | null;
}

/** What was read for the batch; every row in it is locked until the batch commits. */
export interface BatchReads {
  readonly wallets: ReadonlyMap<string, WalletRecord>;
  readonly limits: ReadonlyMap<string, readonly SpendingLimit[]>;
  readonly known: readonly KnownTransaction[];
  readonly velocity: ReadonlyMap<string, string>;
  /** The payment references no purchase had used; the batch has claimed them. */
  readonly claimed: readonly PaymentClaim[];
  readonly promotions: PromotionTally;
}

/** An idempotency key within its account; the length tells where the account id ends. */
export const scoped = (accountId: string, key: string): string => `${accountId.length}:${accountId}:${key}`;

/**
 * The batch in memory: items are judged one after the other in the order they arrived, each on what those before it left,
 * and everything is written at the end, once per row.
 */
export class BatchState {
  readonly accounts = new Map<string, AccountState>();
  readonly books = new Books();
  readonly rows: TransactionRow[] = [];
  readonly known = new Map<string, KnownTransaction>();
  readonly refunds: RefundDue[] = [];
  readonly repaid: (DebtRepayment & { readonly transactionId: string })[] = [];
  /** What the version in shadow made of them, while there is one. */
  readonly shadowed: ShadowRecord[] = [];
  readonly listMatches: ListMatch[] = [];
  readonly limitSightings: LimitSighting[] = [];
  readonly restrictions: Restriction[] = [];
  readonly suspicions: (Suspicion & { readonly accountId: string })[] = [];
  readonly usedClaims = new Map<string, PaymentClaim>();
  private readonly claimed: ReadonlySet<string>;
  private readonly velocityStates = new Map<string, VelocityState>();

  constructor(readonly reads: BatchReads) {
    for (const [accountId, record] of reads.wallets) {
      this.accounts.set(accountId, new AccountState(record, reads.limits.get(accountId) ?? []));
    }
    this.claimed = new Set(reads.claimed.map(referenceKey));
    for (const row of reads.known) this.known.set(scoped(row.accountId, row.idempotencyKey), row);
  }

  /** Whether no purchase before, in this batch or any other, has used the payment. */
  isUnused(claim: PaymentClaim): boolean {
    const key = referenceKey(claim);
    return this.claimed.has(key) && !this.usedClaims.has(key);
  }

  /** The state of a device, card, address or pair; every one the batch may ask for was read. */
  velocityOf(entity: string): VelocityState {
    let state = this.velocityStates.get(entity);
    if (state === undefined) {
      const text = this.reads.velocity.get(entity);
      state = text === undefined ? emptyVelocity() : decodeVelocity(text);
      this.velocityStates.set(entity, state);
    }
    return state;
  }

  /** The states of all that an item touches. */
  velocityStatesOf({ velocityKeys: keys }: PreparedItem, parties: Parties): VelocityStates {
    const of = (entity: string | undefined) => (entity === undefined ? undefined : this.velocityOf(entity));
    return {
      account: parties.account.velocity,
      counterparty: parties.recipient?.velocity,
      device: of(keys.device),
      ip: of(keys.ip),
      instrument: of(keys.instrument),
      pair: of(keys.pair),
      payout: of(keys.payout),
    };
  }

  changedVelocity(): Map<string, string> {
    return new Map([...this.velocityStates].map(([entity, state]) => [entity, encodeVelocity(state)]));
  }

  changedWallets(): WalletChange[] {
    return [...this.accounts.values()].filter((a) => a.changed).map((a) => a.toChange());
  }
}
