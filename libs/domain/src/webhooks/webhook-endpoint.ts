import type { Permission } from '../access/permissions.js';
import type { Machine } from '../kernel/machine.js';
import { DAY, type Instant } from '../kernel/time.js';

export const WEBHOOK_ENDPOINT_STATUSES = ['enabled', 'disabled'] as const;
export type WebhookEndpointStatus = (typeof WEBHOOK_ENDPOINT_STATUSES)[number];

export const WEBHOOK_ENDPOINT_ACTIONS = ['enable', 'disable', 'rotate-secret', 'test', 'replay'] as const;
export type WebhookEndpointAction = (typeof WEBHOOK_ENDPOINT_ACTIONS)[number];

/** An address of the platform's that is told what happens. `rotate-secret` keeps the status, as do `test` and `replay`. */
export const WEBHOOK_ENDPOINT_MACHINE = {
  initial: 'enabled',
  transitions: {
    enable: { from: ['disabled'], to: 'enabled', permission: 'webhook.write', reasonRequired: false },
    disable: { from: ['enabled'], to: 'disabled', permission: 'webhook.write', reasonRequired: true },
    'rotate-secret': { from: ['enabled'], to: 'enabled', permission: 'webhook.write', reasonRequired: false },
    test: { from: ['enabled'], to: 'enabled', permission: 'webhook.write', reasonRequired: false },
    replay: { from: ['enabled'], to: 'enabled', permission: 'webhook.write', reasonRequired: false },
  },
} as const satisfies Machine<WebhookEndpointStatus, WebhookEndpointAction, Permission>;

/** After a rotation both secrets sign for this long, so that a receiver can change over without losing a message. */
export const FORMER_SECRET_LIFETIME = DAY;

/** An endpoint that has answered nothing for this long, while a delivery ran out of attempts, is given up. */
const FAILING_AT_MOST = DAY;

export const isGivenUp = (failingSince: Instant | null, now: Instant): boolean =>
  failingSince !== null && now - failingSince >= FAILING_AT_MOST;
