import type { StaffWebhookDelivery, StaffWebhookEndpoint, WebhookEventType } from '@coinwarden/contracts';
import { WEBHOOK_EVENT_TYPES } from '@coinwarden/contracts';
import {
  allowedActions,
  WEBHOOK_DELIVERY_STATUSES,
  WEBHOOK_ENDPOINT_MACHINE,
  WEBHOOK_ENDPOINT_STATUSES,
  type WebhookDeliveryStatus,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, before, filter, from, type StaffResource } from '../../platform/http/staff-list.js';
import { ENDPOINT_COLUMNS, type EndpointRow } from '../persistence/webhook-endpoints.store.js';

const uuid = z.uuid();

export const ENDPOINTS: StaffResource = {
  name: 'webhooks',
  select: ENDPOINT_COLUMNS,
  from: 'webhook_endpoints',
  id: { column: 'endpoint_id', schema: uuid },
  filters: {
    status: anyOf('status', z.enum(WEBHOOK_ENDPOINT_STATUSES)),
    url: filter(z.string().min(1).max(200), (value, param) => `position(${param(value)} IN url) > 0`),
  },
  sorts: { createdAt: 'created_at', url: 'url', status: 'status' },
  defaultSort: ['id', 'ASC'],
};

export const DELIVERIES: StaffResource = {
  name: 'webhook-deliveries',
  select: `delivery_id, endpoint_id, event_id, type, account_id, transaction_id, status, attempts, last_response_status,
           last_error, next_attempt_at, delivered_at, created_at`,
  from: 'webhook_deliveries',
  id: { column: 'delivery_id', schema: uuid },
  filters: {
    endpointId: anyOf('endpoint_id', uuid),
    transactionId: anyOf('transaction_id', uuid),
    status: anyOf('status', z.enum(WEBHOOK_DELIVERY_STATUSES)),
    type: anyOf('type', z.enum(WEBHOOK_EVENT_TYPES)),
    from: from('created_at'),
    before: before('created_at'),
  },
  // Ids are UUIDv7: their order is the order of creation.
  sorts: { createdAt: 'delivery_id' },
  defaultSort: ['id', 'DESC'],
};

export interface DeliveryRow {
  readonly delivery_id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  readonly type: WebhookEventType;
  readonly account_id: string | null;
  readonly transaction_id: string | null;
  readonly status: WebhookDeliveryStatus;
  readonly attempts: number;
  readonly last_response_status: number | null;
  readonly last_error: string | null;
  readonly next_attempt_at: Date | null;
  readonly delivered_at: Date | null;
  readonly created_at: Date;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const toEndpointRecord =
  (staff: StaffActor) =>
  (row: EndpointRow): StaffWebhookEndpoint => ({
    id: row.endpoint_id,
    url: row.url,
    description: row.description,
    eventTypes: row.event_types,
    status: row.status,
    disabledReason: row.disabled_reason,
    failingSince: iso(row.failing_since),
    lastDeliveredAt: iso(row.last_delivered_at),
    createdAt: row.created_at.toISOString(),
    allowedActions: allowedActions(WEBHOOK_ENDPOINT_MACHINE, row.status, staff.permissions),
  });

export const toDeliveryRecord =
  (staff: StaffActor) =>
  (row: DeliveryRow): StaffWebhookDelivery => ({
    id: row.delivery_id,
    endpointId: row.endpoint_id,
    eventId: row.event_id,
    type: row.type,
    accountId: row.account_id,
    transactionId: row.transaction_id,
    status: row.status,
    attempts: row.attempts,
    lastResponseStatus: row.last_response_status,
    lastError: row.last_error,
    nextAttemptAt: iso(row.next_attempt_at),
    deliveredAt: iso(row.delivered_at),
    createdAt: row.created_at.toISOString(),
    allowedActions: row.status !== 'pending' && staff.permissions.has('webhook.write') ? ['replay'] : [],
  });
