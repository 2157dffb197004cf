import type { RevealRequest } from '@coinwarden/contracts';
import type { Queryable } from '../../platform/database/sql.js';

const STORED = {
  email: 'SELECT email AS value FROM accounts WHERE account_id = $1',
  ip: 'SELECT ip AS value FROM account_events WHERE account_id = $1 AND event_id = $2',
  device: 'SELECT device_id AS value FROM account_events WHERE account_id = $1 AND event_id = $2',
  paymentInstrument: ofTransaction('payment', 'instrument'),
  paymentReference: ofTransaction('payment', 'reference'),
  payoutDestination: ofTransaction('payout', 'destination'),
} as const satisfies Record<RevealRequest['detail'], string>;

function ofTransaction(part: string, field: string): string {
  return `SELECT request -> '${part}' ->> '${field}' AS value FROM transactions
          WHERE account_id = $1 AND transaction_id = $2`;
}

/** The detail as it is, or null: of another account, or never known. */
export async function readPersonalDetail(
  db: Queryable,
  accountId: string,
  request: RevealRequest,
): Promise<string | null> {
  const of =
    'eventId' in request ? [request.eventId] : 'transactionId' in request ? [request.transactionId] : [];
  const [row] = await db.query<{ value: string | null }>(STORED[request.detail], [accountId, ...of]);
  return row?.value ?? null;
}
