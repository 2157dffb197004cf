import type { SandboxFile } from '../books/files.store.js';
import type { SandboxPayment } from '../books/payments.store.js';
import type { SandboxWarning } from '../books/warnings.store.js';
import { seconds } from './seconds.js';

/** https://docs.stripe.com/api/radar/early_fraud_warnings/object */
export const warningObject = (warning: SandboxWarning, payment: SandboxPayment): object => ({
  id: warning.warningId,
  object: 'radar.early_fraud_warning',
  actionable: warning.actionable,
  charge: payment.chargeId,
  created: seconds(warning.createdAt),
  fraud_type: warning.fraudType,
  livemode: false,
  ...(payment.intentId !== null && { payment_intent: payment.intentId }),
});

/** https://docs.stripe.com/api/files/object */
export const fileObject = (file: SandboxFile): object => ({
  id: file.fileId,
  object: 'file',
  created: seconds(file.createdAt),
  expires_at: null,
  filename: file.name,
  links: { object: 'list', data: [], has_more: false, url: `/v1/file_links?file=${file.fileId}` },
  purpose: file.purpose,
  size: file.body.length,
  title: null,
  type: file.name.split('.').at(-1) ?? null,
  url: `https://files.stripe.com/v1/files/${file.fileId}/contents`,
});

/** https://docs.stripe.com/api/events/object */
export const eventObject = (event: {
  readonly eventId: string;
  readonly type: string;
  readonly at: number;
  readonly object: object;
  readonly idempotencyKey: string | null;
}): object => ({
  id: event.eventId,
  object: 'event',
  api_version: API_VERSION,
  created: seconds(event.at),
  data: { object: event.object },
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: event.idempotencyKey },
  type: event.type,
});

/** The version the installed library speaks. */
const API_VERSION = '2026-10-28.endive';

/** One page of a list, newest first, behind `startingAfter`. */
export function listObject<T extends object>(
  url: string,
  all: readonly T[],
  { limit, startingAfter }: { limit: number; startingAfter: string | null },
): object {
  const from =
    startingAfter === null ? 0 : all.findIndex((one) => 'id' in one && one.id === startingAfter) + 1;
  const data = all.slice(from, from + limit);
  return { object: 'list', data, has_more: all.length > from + limit, url };
}
