import { type WebhookEvent, webhookEvent } from '@coinwarden/contracts';
import type { Queryable } from '../../platform/database/sql.js';
import { readToldTransaction } from '../persistence/told-transactions.store.js';
import type { SendableDelivery } from '../persistence/webhook-deliveries.store.js';

/** The body of a delivery: what the row it is about says now, or what was kept where no row says it. */
export async function composeEvent(db: Queryable, delivery: SendableDelivery): Promise<WebhookEvent> {
  const { account_id: accountId, transaction_id: transactionId } = delivery;
  const data =
    transactionId !== null && accountId !== null
      ? await readToldTransaction(db, [accountId, transactionId])
      : delivery.data;
  return webhookEvent.parse({ type: delivery.type, timestamp: delivery.occurred_at.toISOString(), data });
}
