import type { AccountEventAnswer, AccountEventRequest } from '@coinwarden/contracts';
import {
  actingOn,
  afterEvent,
  decodeSecurity,
  decodeVelocity,
  encodeSecurity,
  NO_DEVICE,
  type SecurityEvent,
  type SecurityProfile,
  securityEventOf,
  suspectedTakeover,
  TAKEOVER_ALERT_SCORE,
  takeoverScore,
  VelocityReading,
  withEvent,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { announce } from '../../platform/outbox/outbox.js';
import {
  insertAccountEvent,
  type LockedAccount,
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
      if (event.type !== 'report') {
        const known = securityEventOf({ ...event, at: occurredAt, deviceId: device?.id });
        await remember(tx, { accountId, account, event: known });
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

interface Remembering {
  readonly accountId: string;
  readonly account: LockedAccount;
  readonly event: SecurityEvent;
}

/** Adds the event to what is known of the account, and announces when it looks as if somebody had taken it over. */
async function remember(tx: Tx, { accountId, account, event }: Remembering): Promise<void> {
  const profile = withEvent(decodeSecurity(account.security), event);
  const security = encodeSecurity(profile);
  const after = afterEvent(account, { type: event.type, occurredAt: event.at });
  const changed =
    security !== account.security ||
    after.signInFailures !== account.signInFailures ||
    after.credentialChangedAt !== account.credentialChangedAt;
  if (!changed) return;
  await writeAccountSecurity(tx, accountId, { ...after, security });
  const score = event.device === NO_DEVICE ? null : scoreAfter(profile, account, event);
  if (score === null || score.score < TAKEOVER_ALERT_SCORE) return;
  await announce(tx, 'security.suspected', {
    items: [{ accountId, ...suspectedTakeover(score, { device: event.device, at: event.at }) }],
  });
}

function scoreAfter(profile: SecurityProfile, { createdAt, velocity }: LockedAccount, event: SecurityEvent) {
  const { at, device } = event;
  const reading = new VelocityReading(decodeVelocity(velocity), at);
  return takeoverScore(profile, actingOn(device, { velocity: reading, createdAt, at }), at);
}

/** The scan keeps the text; the event names the scan. */
function withoutText(request: AccountEventRequest): AccountEventRequest {
  if (request.type !== 'report') return request;
  const { reportedText: _, ...rest } = request;
  return rest;
}
