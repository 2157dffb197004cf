import type { WebhookEventType } from '@coinwarden/contracts';
import type { Instant, WebhookEndpointStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface EndpointRow {
  readonly endpoint_id: string;
  readonly url: string;
  readonly description: string;
  readonly event_types: WebhookEventType[];
  readonly status: WebhookEndpointStatus;
  readonly disabled_reason: string | null;
  readonly failing_since: Date | null;
  readonly last_delivered_at: Date | null;
  readonly created_at: Date;
}

export const ENDPOINT_COLUMNS =
  'endpoint_id, url, description, event_types, status, disabled_reason, failing_since, last_delivered_at, created_at';

export async function insertEndpoint(
  tx: Queryable,
  endpoint: Pick<EndpointRow, 'endpoint_id' | 'url' | 'description' | 'event_types' | 'created_at'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO webhook_endpoints (endpoint_id, url, description, event_types, status, created_at)
     VALUES ($1, $2, $3, $4, 'enabled', $5)`,
    [endpoint.endpoint_id, endpoint.url, endpoint.description, endpoint.event_types, endpoint.created_at],
  );
}

export async function lockEndpoint(tx: Queryable, endpointId: string): Promise<EndpointRow | null> {
  const [row] = await tx.query<EndpointRow>(
    `SELECT ${ENDPOINT_COLUMNS} FROM webhook_endpoints WHERE endpoint_id = $1 FOR UPDATE`,
    [endpointId],
  );
  return row ?? null;
}

export async function setEndpointStatus(
  tx: Queryable,
  endpointId: string,
  status: { status: 'enabled' } | { status: 'disabled'; cause: 'staff' | 'failure'; reason: string },
): Promise<void> {
  const disabled = status.status === 'disabled' ? status : null;
  await tx.query(
    `UPDATE webhook_endpoints SET status = $2, disabled_cause = $3, disabled_reason = $4,
            failing_since = CASE WHEN $2 = 'enabled' THEN NULL ELSE failing_since END
     WHERE endpoint_id = $1`,
    [endpointId, status.status, disabled?.cause ?? null, disabled?.reason ?? null],
  );
}

/** Written a few times a minute at most: under load every delivery would otherwise wait for this one row. */
export async function noteSuccess(tx: Queryable, endpointId: string, at: Instant): Promise<void> {
  await tx.query(
    `UPDATE webhook_endpoints SET failing_since = NULL, last_delivered_at = $2
     WHERE endpoint_id = $1 AND (failing_since IS NOT NULL OR last_delivered_at IS NULL
                                 OR last_delivered_at < $2::timestamptz - interval '10 seconds')`,
    [endpointId, new Date(at)],
  );
}

export async function noteFailure(tx: Queryable, endpointId: string, at: Instant): Promise<void> {
  await tx.query(
    'UPDATE webhook_endpoints SET failing_since = $2 WHERE endpoint_id = $1 AND failing_since IS NULL',
    [endpointId, new Date(at)],
  );
}

/** Who is to be told: what is enabled, and what failures disabled (recorded, not sent, until staff enable and replay it). */
export function listeningEndpoints(
  db: Queryable,
): Promise<Pick<EndpointRow, 'endpoint_id' | 'event_types' | 'status'>[]> {
  return db.query({
    name: 'webhook-endpoints-listening',
    text: `SELECT endpoint_id, event_types, status FROM webhook_endpoints
           WHERE status = 'enabled' OR disabled_cause = 'failure'`,
  });
}

/** Adds a secret; those before it sign along until `formerExpireAt`. */
export async function addSecret(
  tx: Queryable,
  secret: { endpointId: string; secret: string; now: Instant; formerExpireAt: Instant },
): Promise<void> {
  const { endpointId, now, formerExpireAt } = secret;
  await tx.query('DELETE FROM webhook_secrets WHERE endpoint_id = $1 AND expires_at <= $2', [
    endpointId,
    new Date(now),
  ]);
  await tx.query('UPDATE webhook_secrets SET expires_at = $2 WHERE endpoint_id = $1 AND expires_at IS NULL', [
    endpointId,
    new Date(formerExpireAt),
  ]);
  await tx.query(
    'INSERT INTO webhook_secrets (endpoint_id, created_at, secret) VALUES ($1, clock_timestamp(), $2)',
    [endpointId, secret.secret],
  );
}
