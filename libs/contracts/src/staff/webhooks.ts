import {
  WEBHOOK_DELIVERY_STATUSES,
  WEBHOOK_ENDPOINT_ACTIONS,
  WEBHOOK_ENDPOINT_STATUSES,
} from '@coinwarden/domain';
import { z } from 'zod';
import { instant, shortText } from '../primitives.js';
import { WEBHOOK_EVENT_TYPES } from '../webhooks.js';

export const WEBHOOK_DELIVERY_ACTIONS = ['replay'] as const;

const eventTypes = z.array(z.enum(WEBHOOK_EVENT_TYPES)).max(WEBHOOK_EVENT_TYPES.length);
const url = z.url({ protocol: /^https?$/ }).max(2_000);

/** `eventTypes: []` subscribes to everything, also to types added later. */
export const createWebhookEndpoint = z
  .strictObject({ url, description: shortText.default(''), eventTypes: eventTypes.default([]) })
  .meta({ id: 'CreateWebhookEndpoint' });
export type CreateWebhookEndpoint = z.infer<typeof createWebhookEndpoint>;

export const staffWebhookEndpoint = z
  .object({
    id: z.string(),
    url: z.string(),
    description: z.string(),
    eventTypes,
    status: z.enum(WEBHOOK_ENDPOINT_STATUSES),
    disabledReason: z.string().nullable(),
    /** Set at the first failure since the last success. */
    failingSince: instant.nullable(),
    lastDeliveredAt: instant.nullable(),
    createdAt: instant,
    allowedActions: z.array(z.enum(WEBHOOK_ENDPOINT_ACTIONS)),
  })
  .meta({ id: 'StaffWebhookEndpoint' });
export type StaffWebhookEndpoint = z.infer<typeof staffWebhookEndpoint>;

/** The signing secret is shown once: here, and in the answer to `rotate-secret`. */
export const webhookEndpointSecret = staffWebhookEndpoint
  .extend({ secret: z.string().startsWith('whsec_') })
  .meta({ id: 'WebhookEndpointSecret' });
export type WebhookEndpointSecret = z.infer<typeof webhookEndpointSecret>;

/** The endpoint, and how many deliveries were put back on their way. */
export const webhookReplay = staffWebhookEndpoint
  .extend({ replayed: z.int().min(0) })
  .meta({ id: 'WebhookReplay' });
export type WebhookReplay = z.infer<typeof webhookReplay>;

export const webhookEndpointAction = z.strictObject({ reason: shortText.optional() }).default({});

/** Sends again what was meant for the endpoint in a span of time: only what failed, or everything. */
export const replayWebhooks = z
  .strictObject({
    from: instant,
    to: instant,
    include: z.enum(['failed', 'all']).default('failed'),
    reason: shortText.optional(),
  })
  .refine((r) => Date.parse(r.from) < Date.parse(r.to), { path: ['to'], message: 'must be after from' });
export type ReplayWebhooks = z.infer<typeof replayWebhooks>;

export const staffWebhookDelivery = z
  .object({
    id: z.string(),
    endpointId: z.string(),
    eventId: z.string(),
    type: z.enum(WEBHOOK_EVENT_TYPES),
    accountId: z.string().nullable(),
    transactionId: z.string().nullable(),
    status: z.enum(WEBHOOK_DELIVERY_STATUSES),
    attempts: z.int(),
    lastResponseStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    nextAttemptAt: instant.nullable(),
    deliveredAt: instant.nullable(),
    createdAt: instant,
    allowedActions: z.array(z.enum(WEBHOOK_DELIVERY_ACTIONS)),
  })
  .meta({ id: 'StaffWebhookDelivery' });
export type StaffWebhookDelivery = z.infer<typeof staffWebhookDelivery>;
