import { type Coins, type Diamonds, type TransactionKind, valueAtRiskUsdMinor } from '@coinwarden/domain';
import type { Pattern } from '@coinwarden/simulator';
import type { Queryable } from '../../../api/src/platform/database/sql.js';

export interface ObservedTransaction {
  readonly accountId: string;
  readonly recipientId: string | null;
  readonly kind: TransactionKind;
  readonly at: number;
  /** The scheme it was part of; null: an honest one. */
  readonly pattern: Pattern | null;
  readonly outcome: 'approve' | 'review' | 'decline';
  /** Whether its value moved in the end: at once, or when a person let it go. */
  readonly stood: boolean;
  /** Live rules with an effect that fired. */
  readonly rules: readonly string[];
  readonly shadowRules: readonly string[];
  readonly reasonCodes: readonly string[];
  readonly valueUsdMinor: number;
}

/** That the product named an account to people, on its own account and not because of one transaction. */
export interface Naming {
  readonly accountId: string;
  readonly kind: 'ring' | 'content' | 'security' | 'free_coins' | 'restriction';
  readonly code: string;
  readonly at: number;
}

export interface Observation {
  readonly transactions: readonly ObservedTransaction[];
  readonly namings: readonly Naming[];
  /** Accounts that belong to a scheme, and to which. */
  readonly schemers: ReadonlyMap<string, Pattern>;
}

/** A ring's alert is raised once and its members join over time: when each was first in a ring with an alert. */
export class NamesInRings {
  readonly namings = new Map<string, Naming>();

  constructor(private readonly db: Queryable) {}

  async note(at: number): Promise<void> {
    const rows = await this.db.query<Pick<Naming, 'accountId' | 'kind' | 'code'>>(
      `SELECT DISTINCT m.account_id AS "accountId", a.kind, a.reason_code AS code
       FROM case_alerts a JOIN ring_members m ON m.ring_id::text = a.key WHERE a.kind IN ('ring', 'free_coins')`,
    );
    for (const row of rows) {
      const name = `${row.accountId} ${row.code}`;
      if (!this.namings.has(name)) this.namings.set(name, { ...row, at });
    }
  }
}

export async function observe(db: Queryable, rings: NamesInRings): Promise<Observation> {
  const schemers = await db.query<{ account_id: string; pattern: Pattern }>(
    `SELECT account_id, pattern FROM simulation.labels WHERE idempotency_key = '' AND fraud`,
  );
  return {
    transactions: await observedTransactions(db),
    namings: [...(await alerts(db)), ...rings.namings.values()],
    schemers: new Map(schemers.map((row) => [row.account_id, row.pattern])),
  };
}

async function alerts(db: Queryable): Promise<Naming[]> {
  const rows = await db.query<{ account_id: string; kind: Naming['kind']; code: string; at: Date }>(
    `SELECT account_id, kind, reason_code AS code, raised_at AS at FROM case_alerts
     WHERE kind IN ('content', 'security', 'free_coins')
     UNION ALL
     SELECT subject_id, 'restriction', action, at FROM audit_log
     WHERE action IN ('account.restrict', 'account.suspend') AND subject_type = 'account'`,
  );
  return rows.map(({ account_id: accountId, kind, code, at }) => ({
    accountId,
    kind,
    code,
    at: at.getTime(),
  }));
}

interface Row {
  account_id: string;
  counterparty_id: string | null;
  kind: TransactionKind;
  occurred_at: Date;
  pattern: Pattern | null;
  outcome: ObservedTransaction['outcome'];
  status: string;
  coins: bigint;
  diamonds: bigint;
  amount_minor: bigint | null;
  currency: string | null;
  rules: { key: string; mode: string; effect: string; score: number }[] | null;
  reasons: { code: string }[] | null;
}

async function observedTransactions(db: Queryable): Promise<ObservedTransaction[]> {
  const rows = await db.query<Row>(
    `SELECT t.account_id, t.counterparty_id, t.kind, t.occurred_at, l.pattern, t.outcome, t.status, t.coins, t.diamonds,
            t.amount_minor, t.currency, t.decision -> 'rules' AS rules, t.decision -> 'reasons' AS reasons
     FROM transactions t LEFT JOIN simulation.labels l
       ON l.account_id = t.account_id AND l.idempotency_key = t.idempotency_key
     ORDER BY t.occurred_at, t.transaction_id`,
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    recipientId: row.counterparty_id,
    kind: row.kind,
    at: row.occurred_at.getTime(),
    pattern: row.pattern,
    outcome: row.outcome,
    stood: row.status === 'posted',
    rules: (row.rules ?? [])
      .filter(({ mode, effect, score }) => mode === 'live' && (effect !== 'score' || score > 0))
      .map(({ key }) => key),
    shadowRules: (row.rules ?? []).filter(({ mode }) => mode === 'shadow').map(({ key }) => key),
    reasonCodes: (row.reasons ?? []).map(({ code }) => code),
    valueUsdMinor: Number(
      valueAtRiskUsdMinor({
        kind: row.kind,
        coins: row.coins as Coins,
        diamonds: row.diamonds as Diamonds,
        money:
          row.amount_minor === null ? null : { amountMinor: row.amount_minor, currency: row.currency ?? '' },
      }),
    ),
  }));
}
