import type { CreateWebhookEndpoint } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { checkEndpointUrl, ENDPOINT_URL_REFUSALS } from '../delivery/endpoint-url.js';
import { addSecret, insertEndpoint } from '../persistence/webhook-endpoints.store.js';
import { newEndpointSecret } from './endpoint-secret.js';

/** Adds an endpoint; the secret it answers with is not shown again. */
@Injectable()
export class CreateEndpoint {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  async run(
    staff: StaffActor,
    wanted: CreateWebhookEndpoint,
  ): Promise<{ endpointId: string; secret: string }> {
    const url = checkEndpointUrl(wanted.url, this.config.allowPrivateWebhooks);
    if (!url.ok) {
      const detail = ENDPOINT_URL_REFUSALS[url.failure.code];
      throw new ProblemError('request.invalid', undefined, [{ pointer: '/url', detail }]);
    }
    const now = this.clock.now();
    const endpointId = uuidv7({ msecs: now });
    const secret = newEndpointSecret();
    await this.uow.run(async (tx) => {
      await insertEndpoint(tx, {
        endpoint_id: endpointId,
        url: url.value.href,
        description: wanted.description,
        event_types: [...new Set(wanted.eventTypes)],
        created_at: new Date(now),
      });
      await addSecret(tx, { endpointId, secret, now, formerExpireAt: now });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'webhook.created',
        subject: { type: 'webhook', id: endpointId },
        details: { url: url.value.href, eventTypes: wanted.eventTypes },
      });
    });
    return { endpointId, secret };
  }
}
