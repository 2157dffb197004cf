import type { CaseEventType } from '@coinwarden/contracts';
import { idTime, webhookEventId } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { readCasesTold } from '../../cases/cases.public.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import type { Topics } from '../../platform/outbox/topics.js';
import { AnnounceEvents, type WebhookFact } from '../commands/announce-events.js';

const EVENT_OF: Readonly<Record<Topics['case.changed']['news'], CaseEventType>> = {
  decided: 'case.decided',
  appeal_opened: 'appeal.opened',
  appeal_granted: 'appeal.granted',
  appeal_denied: 'appeal.denied',
};

type CaseTopic = 'cases.opened' | 'case.changed' | 'account.warned';

/** Tells the platform about cases, appeals and what staff want a user to be told. */
@Injectable()
@Subscribes({ name: 'announce-case-webhooks', topics: ['cases.opened', 'case.changed', 'account.warned'] })
export class AnnounceCasesJob implements OutboxSubscriber<CaseTopic> {
  constructor(
    private readonly announce: AnnounceEvents,
    private readonly db: UnitOfWork,
  ) {}

  async handle(events: readonly OutboxEvent<CaseTopic>[]): Promise<void> {
    const listeners = await this.announce.listeners();
    if (listeners.length === 0) return;
    const news = events.flatMap(newsOf);
    const told = await readCasesTold(this.db, [...new Set(news.map(({ caseId }) => caseId))]);
    const facts = news.flatMap(({ caseId, ...fact }) => {
      const data = told.get(caseId);
      return data ? [{ ...fact, accountId: data.accountId, transactionId: null, data }] : [];
    });
    await this.announce.run([...facts, ...events.flatMap(warningOf)], listeners);
  }
}

interface CaseNews {
  readonly caseId: string;
  readonly type: CaseEventType;
  readonly eventId: string;
  readonly occurredAt: number;
}

function newsOf({ id, payload }: OutboxEvent<CaseTopic>): CaseNews[] {
  const occurredAt = idTime(id);
  if ('items' in payload)
    return payload.items.map(({ caseId }) => {
      const type = 'case.opened' as const;
      return { caseId, type, eventId: webhookEventId(caseId, type), occurredAt };
    });
  if (!('news' in payload)) return [];
  const type = EVENT_OF[payload.news];
  return [{ caseId: payload.caseId, type, eventId: webhookEventId(id, type), occurredAt }];
}

function warningOf({ id, payload }: OutboxEvent<CaseTopic>): WebhookFact[] {
  if (!('text' in payload)) return [];
  const type = 'account.warned' as const;
  const { accountId } = payload;
  const eventId = webhookEventId(id, type);
  return [{ eventId, type, accountId, transactionId: null, data: { ...payload }, occurredAt: idTime(id) }];
}
