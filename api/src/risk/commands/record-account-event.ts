import type { AccountEventAnswer, AccountEventRequest } from '@coinwarden/contracts';
import { afterEvent } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { announce } from '../../platform/outbox/outbox.js';
import {
  insertAccountEvent,
  lockAccountSecurity,
  writeAccountSecurity,
} from '../persistence/account-events.store.js';
import { ReportedTexts } from './reported-texts.js';
import { toldAbout } from './told-about.js';

/** Keeps what happened around an account, and what of it later decisions look at. */
@Injectable()
export class RecordAccountEvent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly reportedTexts: ReportedTexts,
  ) {}

  async execute(told: AccountEventRequest): Promise<AccountEventAnswer> {
    const receivedAt = this.clock.now();
    const event = toldAbout(told);
    const scanId = await this.reportedTexts.scanned(event);
    const { type, accountId, occurredAt: toldAt, device, ...said } = withoutText(event);
    const details = scanId === null ? said : { ...said, scanId };
    // Nothing has happened in the future, whatever a platform's clock says.
    const occurredAt = toldAt === undefined ? receivedAt : Math.min(Date.parse(toldAt), receivedAt);
    return this.uow.run(async (tx) => {
      const account = await lockAccountSecurity(tx, accountId);
      if (!account) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
      if (account.status === 'closed') throw new ProblemError('account.closed');
      const after = afterEvent(account, { type, occurredAt });
      if (
        after.signInFailures !== account.signInFailures ||
        after.credentialChangedAt !== account.credentialChangedAt
      ) {
        await writeAccountSecurity(tx, accountId, after);
      }
      const eventId = uuidv7();
      await insertAccountEvent(tx, {
        eventId,
        accountId,
        type,
        occurredAt,
        receivedAt,
        deviceId: device?.id ?? null,
        ip: device?.ip ?? null,
        details: { ...details, ...(device?.userAgent !== undefined && { userAgent: device.userAgent }) },
      });
      if (type === 'report') await announce(tx, 'account.reported', { accountId, eventId });
      const answer = { eventId, receivedAt: new Date(receivedAt).toISOString() };
      return scanId === null ? answer : { ...answer, scanId };
    });
  }
}

/** The scan keeps the text; the event names the scan. */
function withoutText(request: AccountEventRequest): AccountEventRequest {
  if (request.type !== 'report') return request;
  const { reportedText: _, ...rest } = request;
  return rest;
}
