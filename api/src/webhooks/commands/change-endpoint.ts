import type { ReplayWebhooks } from '@coinwarden/contracts';
import {
  FORMER_SECRET_LIFETIME,
  WEBHOOK_ENDPOINT_MACHINE,
  type WebhookEndpointAction,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { DeliveryQueue } from '../delivery/delivery-queue.js';
import {
  type DueDelivery,
  failPending,
  insertDeliveries,
  replayRange,
} from '../persistence/webhook-deliveries.store.js';
import {
  addSecret,
  type EndpointRow,
  lockEndpoint,
  setEndpointStatus,
} from '../persistence/webhook-endpoints.store.js';
import { newEndpointSecret } from './endpoint-secret.js';

/** One transaction stays short; whoever needs more replays the rest by a narrower range. */
const MAX_REPLAYED = 50_000;

const PAST: Record<WebhookEndpointAction, string> = {
  enable: 'webhook.enabled',
  disable: 'webhook.disabled',
  'rotate-secret': 'webhook.secret_rotated',
  test: 'webhook.tested',
  replay: 'webhook.replayed',
};

interface Request {
  readonly staff: StaffActor;
  readonly endpointId: string;
  readonly reason?: string | undefined;
}

/** The actions on an endpoint. Each locks it, asks the machine, and commits with its audit entry. */
@Injectable()
export class ChangeEndpoint {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly queue: DeliveryQueue,
  ) {}

  enable(request: Request): Promise<void> {
    return this.act('enable', request, (tx, { endpoint_id: id }) =>
      setEndpointStatus(tx, id, { status: 'enabled' }),
    );
  }

  /** What still waits for the endpoint ends as failed, so that a replay can make up for it. */
  disable(request: Request): Promise<void> {
    const reason = request.reason ?? '';
    return this.act('disable', request, async (tx, { endpoint_id: id }) => {
      await setEndpointStatus(tx, id, { status: 'disabled', cause: 'staff', reason });
      await failPending(tx, id, 'The endpoint was disabled.');
    });
  }

  /** Returns the new secret, once. The former one signs along for a day. */
  rotateSecret(request: Request): Promise<string> {
    return this.act('rotate-secret', request, async (tx, { endpoint_id: endpointId }) => {
      const now = this.clock.now();
      const secret = newEndpointSecret();
      await addSecret(tx, { endpointId, secret, now, formerExpireAt: now + FORMER_SECRET_LIFETIME });
      return secret;
    });
  }

  async sendTest(request: Request): Promise<void> {
    const now = this.clock.now();
    const due = await this.act('test', request, (tx, { endpoint_id: endpointId }) =>
      insertDeliveries(tx, [testOf(endpointId, now)], now),
    );
    await this.queue.add(due);
  }

  /** Sends again what a span of time was to bring; returns how much that is. */
  async replay(request: Request, { from, to, include }: ReplayWebhooks): Promise<number> {
    const statuses = include === 'all' ? (['failed', 'delivered'] as const) : (['failed'] as const);
    const range = { from: Date.parse(from), to: Date.parse(to), statuses, max: MAX_REPLAYED };
    const due = await this.act<DueDelivery[]>(
      'replay',
      request,
      (tx, { endpoint_id: id }) => replayRange(tx, id, range, this.clock.now()),
      (replayed) => ({ from, to, include, replayed: replayed.length }),
    );
    await this.queue.add(due);
    return due.length;
  }

  private act<T>(
    action: WebhookEndpointAction,
    { staff, endpointId, reason }: Request,
    work: (tx: Tx, endpoint: EndpointRow) => Promise<T>,
    details: (result: T) => Record<string, unknown> = () => ({}),
  ): Promise<T> {
    return this.uow.run(async (tx) => {
      const endpoint = await lockEndpoint(tx, endpointId);
      if (!endpoint) throw new ProblemError('record.unknown', 'There is no such webhook endpoint.');
      const transition = WEBHOOK_ENDPOINT_MACHINE.transitions[action];
      const open: readonly string[] = transition.from;
      if (!open.includes(endpoint.status)) {
        throw new ProblemError('action.not_allowed', `The endpoint is ${endpoint.status}.`);
      }
      if (transition.reasonRequired && !reason?.trim()) throw new ProblemError('action.reason_required');
      const result = await work(tx, endpoint);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: PAST[action],
        subject: { type: 'webhook', id: endpointId },
        reason: reason ?? null,
        details: details(result),
      });
      return result;
    });
  }
}

const testOf = (endpointId: string, now: number) => {
  const deliveryId = uuidv7({ msecs: now });
  return {
    deliveryId,
    endpointId,
    eventId: `evt_${deliveryId}_endpoint_test`,
    type: 'endpoint.test' as const,
    accountId: null,
    transactionId: null,
    data: { endpointId },
    occurredAt: now,
    status: 'pending' as const,
    error: null,
  };
};
