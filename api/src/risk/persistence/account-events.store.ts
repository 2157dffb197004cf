import type { AccountEventType, AccountSecurity, AccountStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface StoredAccountEvent {
  readonly eventId: string;
  readonly accountId: string;
  readonly type: AccountEventType;
  readonly occurredAt: number;
  readonly receivedAt: number;
  readonly deviceId: string | null;
  readonly ip: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What an event may change. */
export interface StoredSecurity extends AccountSecurity {
  /** The packed profile. */
  readonly security: string;
}

export interface LockedAccount extends StoredSecurity {
  readonly status: AccountStatus;
  readonly createdAt: number;
  /** What it bought and gave on which devices: its packed velocity, read and not locked. */
  readonly velocity: string;
}

/** Locks the account, so that events that arrive together count one after the other. */
export async function lockAccountSecurity(tx: Queryable, accountId: string): Promise<LockedAccount | null> {
  const [row] = await tx.query<{
    status: AccountStatus;
    created_at: Date;
    credential_changed_at: Date | null;
    sign_in_failures: number;
    security: string;
    velocity: string;
  }>(
    `SELECT a.status, a.created_at, a.credential_changed_at, a.sign_in_failures, a.security, w.velocity
     FROM accounts a JOIN wallets w ON w.account_id = a.account_id
     WHERE a.account_id = $1 FOR NO KEY UPDATE OF a`,
    [accountId],
  );
  if (!row) return null;
  return {
    status: row.status,
    createdAt: row.created_at.getTime(),
    credentialChangedAt: row.credential_changed_at?.getTime() ?? null,
    signInFailures: row.sign_in_failures,
    security: row.security,
    velocity: row.velocity,
  };
}

export async function writeAccountSecurity(
  tx: Queryable,
  accountId: string,
  { credentialChangedAt, signInFailures, security }: StoredSecurity,
): Promise<void> {
  await tx.query(
    'UPDATE accounts SET credential_changed_at = $2, sign_in_failures = $3, security = $4 WHERE account_id = $1',
    [
      accountId,
      credentialChangedAt === null ? null : new Date(credentialChangedAt),
      signInFailures,
      security,
    ],
  );
}

export async function insertAccountEvent(tx: Queryable, event: StoredAccountEvent): Promise<void> {
  await tx.query(
    `INSERT INTO account_events
       (account_id, event_id, type, occurred_at, received_at, device_id, ip, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      event.accountId,
      event.eventId,
      event.type,
      new Date(event.occurredAt),
      new Date(event.receivedAt),
      event.deviceId,
      event.ip,
      JSON.stringify(event.details),
    ],
  );
}
