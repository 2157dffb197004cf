import type { CaseActionRequest } from '@coinwarden/contracts';
import { DAY, HOUR, SECOND } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { HandleCase, OpenAppeal, RaiseHeld } from '../../cases/cases.public.js';
import type { ApiKeyActor, StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { appealsWaiting, casesWaiting, mistakenDecisions, samplesWaiting } from './cases.store.js';
import { demoStaff, unlessRefused } from './demo-staff.js';

const PLATFORM: ApiKeyActor = {
  type: 'api_key',
  id: 'demo',
  name: 'Demo',
  permissions: new Set(['appeal.create']),
};

const CLEAR: CaseActionRequest = {
  verdict: 'cleared',
  policy: 'legitimate',
  measures: [{ type: 'release_holds' }],
  note: 'Known person, usual behaviour',
};
const CONFIRM: CaseActionRequest = {
  verdict: 'confirmed',
  policy: 'stolen_payment',
  measures: [{ type: 'decline_holds' }],
  note: 'Fits a known pattern of abuse',
};

/** Where the next account would come from just as well, it is stopped there. */
const CONFIRM_AND_BLOCK: CaseActionRequest = {
  ...CONFIRM,
  measures: [
    { type: 'decline_holds' },
    { type: 'list_entry', list: 'block', of: 'instrument', days: 365 },
    { type: 'list_entry', list: 'watch', of: 'device', days: 90 },
  ],
};
const BLOCKS_EVERY = 5;

/** Looking takes a minute to ten. */
const LEAST_LOOKING = 60 * SECOND;
const MOST_MORE = 540;

/**
 * The demo's reviewers at their cases. What becomes of a case depends on nothing but the case, so the demo is the same
 * every time, and most of what waits is left for whoever opens the console.
 */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly raiseHeld: RaiseHeld,
    private readonly handle: HandleCase,
    private readonly openAppeal: OpenAppeal,
  ) {}

  /** Brings what is held into cases. */
  gather(): Promise<void> {
    return this.raiseHeld.missed();
  }

  /** One case from claim to decision; what needs a second person gets one. */
  async decide(of: { caseId: string; luck: number; declines: boolean; now: number }): Promise<void> {
    const { caseId, luck, declines, now } = of;
    const lead = await demoStaff(this.uow, 'ts_lead');
    // Who reviews does not keep the lists; a lead does.
    const blocks = declines && luck % BLOCKS_EVERY === 0;
    const decider = blocks ? lead : await demoStaff(this.uow, 'ts_reviewer');
    await this.handle.run(decider, caseId, 'claim', {});
    const decidedAt = now + LEAST_LOOKING + (luck % MOST_MORE) * SECOND;
    await this.clock.telling(decidedAt, async () => {
      const confirm = blocks ? CONFIRM_AND_BLOCK : CONFIRM;
      await this.handle.run(decider, caseId, 'decide', declines ? confirm : CLEAR);
      await unlessRefused(() => this.handle.run(lead, caseId, 'confirm', {}));
    });
  }

  /** What a visitor finds besides open cases: appeals, samples judged twice, cases put off, escalated or at work on. */
  async leaveTraces(now: number): Promise<void> {
    const lead = await demoStaff(this.uow, 'ts_lead');
    for (const { accountId, caseId } of await mistakenDecisions(this.uow)) {
      const statement = 'I did this myself, with my own card. Please look again.';
      await unlessRefused(() => this.openAppeal.byPlatform(PLATFORM, { accountId, caseId, statement }));
    }
    for (const { caseId, luck } of await appealsWaiting(this.uow)) {
      const reason = 'The bank confirmed the purchase, and the account has spent like this for months.';
      if (luck % 2 === 0) await unlessRefused(() => this.handle.run(lead, caseId, 'grant', { reason }));
    }
    for (const { caseId, luck, verdict } of await samplesWaiting(this.uow)) {
      if (luck % 3 === 0) continue;
      const other = verdict === 'confirmed' ? CLEAR : CONFIRM;
      const same = verdict === 'confirmed' ? CONFIRM : CLEAR;
      await unlessRefused(() => this.handle.run(lead, caseId, 'decide', luck % 7 === 1 ? other : same));
    }
    const reviewer = await demoStaff(this.uow, 'ts_reviewer');
    for (const one of await casesWaiting(this.uow)) await unlessRefused(() => this.touch(reviewer, one, now));
  }

  private async touch(reviewer: StaffActor, { caseId, luck }: { caseId: string; luck: number }, now: number) {
    const [action, body] = TOUCHES(now)[luck % 16] ?? [null, {}];
    if (action !== null) await this.handle.run(reviewer, caseId, action, body);
  }
}

/** Of sixteen cases that wait, what happens to some. */
const TOUCHES = (now: number) =>
  [
    ['escalate', { reason: 'A creator whom many follow; somebody with more say should decide.' }],
    [
      'snooze',
      { until: new Date(now + DAY + 2 * HOUR).toISOString(), reason: 'The platform asks the user first.' },
    ],
    ['claim', {}],
    ['note', { text: 'Look at the other accounts on this device before deciding.' }],
  ] as const;
