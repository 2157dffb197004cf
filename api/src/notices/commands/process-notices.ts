import { afterTry, MINUTE, type NoticeOutcome, type NoticeReason, noticeReason } from '@coinwarden/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { JobShare } from '../../platform/database/job-share.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { NoticeMetrics } from '../notice-metrics.js';
import {
  type ClaimedNotice,
  claimNotices,
  type NoticeResult,
  recordResults,
} from '../persistence/notices.store.js';
import { findNamedPayments, type NamedPayment } from '../persistence/payments-named.store.js';
import { type ReadNotice, readNotice } from '../reading/read-notice.js';
import { Unreadable } from '../reading/unreadable.js';
import { ApplyNotice } from './apply-notice.js';

const CLAIM = 100;
const LEASE = 2 * MINUTE;
/** Purchases worked on side by side; the notices of one purchase stay in a row, so that they do not wait for its locks. */
const LANES = 4;
/** A process that dies leaves no result. After this many the notice is taken to be why. */
const MAX_LOST = 5;

interface Work {
  readonly claimed: ClaimedNotice;
  readonly read: ReadNotice | null;
  readonly payment: NamedPayment | null;
  readonly unreadable: NoticeReason | null;
}

/**
 * Works off stored notices: takes a batch, reads it, finds the purchases behind it, applies each by itself and writes down
 * how it went. Whatever one of them does, the others go on; a process that dies in between leaves its batch to the next.
 */
@Injectable()
export class ProcessNotices {
  private readonly logger = new Logger(ProcessNotices.name);

  constructor(
    private readonly db: UnitOfWork,
    private readonly share: JobShare,
    private readonly clock: Clock,
    private readonly applyNotice: ApplyNotice,
    private readonly metrics: NoticeMetrics,
  ) {}

  /** Until nothing is due; answers how many were taken. */
  async run(): Promise<number> {
    for (let taken = 0; ; ) {
      const now = this.clock.now();
      const claimed = await claimNotices(this.db, { now, leaseEnd: now + LEASE, max: CLAIM });
      taken += claimed.length;
      const lost = claimed.filter(isLost);
      await this.process(claimed.filter((notice) => !isLost(notice)));
      for (const notice of lost) await this.process([notice]);
      if (claimed.length < CLAIM) return taken;
    }
  }

  private async process(claimed: readonly ClaimedNotice[]): Promise<void> {
    if (claimed.length === 0) return;
    const work = await this.prepare(claimed);
    const lanes = lanesOf(work);
    const results = await Promise.all(lanes.map((lane) => this.workOff(lane)));
    await recordResults(this.db, results.flat(), this.clock.now());
  }

  private async prepare(claimed: readonly ClaimedNotice[]): Promise<Work[]> {
    const read = claimed.map(tryRead);
    const payments = await findNamedPayments(
      this.db,
      claimed.map(({ provider }, i) => ({ provider, references: read[i]!.read?.references ?? [] })),
    );
    return claimed.map((notice, i) => ({ claimed: notice, ...read[i]!, payment: payments.get(i) ?? null }));
  }

  private async workOff(lane: readonly Work[]): Promise<NoticeResult[]> {
    const results: NoticeResult[] = [];
    for (const work of lane) results.push(this.resultOf(work, await this.apply(work)));
    return results;
  }

  private async apply({ claimed, read, payment, unreadable }: Work): Promise<NoticeOutcome> {
    if (read === null) return { kind: 'refused', reason: unreadable ?? noticeReason('malformed') };
    if (lostTimes(claimed) >= MAX_LOST) return { kind: 'refused', reason: noticeReason('no_result') };
    const reference = payment?.reference ?? read.references[0] ?? '';
    try {
      const notice = {
        provider: claimed.provider,
        noticeId: claimed.provider_notice_id,
        storedId: claimed.notice_id,
        occurredAt: claimed.occurred_at.getTime(),
        fact: 'reference' in read.fact ? { ...read.fact, reference } : read.fact,
        payment,
      };
      return await this.share.run(() => this.applyNotice.run(notice));
    } catch (error) {
      this.logger.warn(`Notice ${claimed.notice_id} failed: ${error instanceof Error ? error.stack : error}`);
      return {
        kind: 'failed',
        reason:
          error instanceof ProblemError
            ? noticeReason('refused', { problem: error.code, detail: error.message })
            : noticeReason('internal'),
      };
    }
  }

  private resultOf({ claimed, read, payment }: Work, outcome: NoticeOutcome): NoticeResult {
    const now = this.clock.now();
    const progress = afterTry(
      { failures: claimed.failures, waits: claimed.waits, receivedAt: claimed.received_at.getTime() },
      outcome,
      { now, random: Math.random() },
    );
    this.metrics.processed(claimed.source, progress.state);
    return {
      ...progress,
      noticeId: claimed.notice_id,
      attempts: claimed.attempts,
      failed: outcome.kind === 'failed',
      waited: outcome.kind === 'waiting',
      factType: read?.fact.type ?? null,
      references: read?.references ?? [],
      accountId: payment?.account_id ?? null,
      purchaseId: payment?.transaction_id ?? null,
    };
  }
}

/** Attempts before this one that left no result. */
const lostTimes = ({ attempts, failures, waits }: ClaimedNotice): number => attempts - 1 - failures - waits;
const isLost = (notice: ClaimedNotice): boolean => lostTimes(notice) > 0;

function tryRead({ source, body }: ClaimedNotice): Pick<Work, 'read' | 'unreadable'> {
  try {
    return { read: readNotice(source, body), unreadable: null };
  } catch (error) {
    return { read: null, unreadable: unreadableBecause(error) };
  }
}

const unreadableBecause = (error: unknown): NoticeReason =>
  error instanceof Unreadable
    ? error.reason
    : noticeReason('malformed', { detail: error instanceof SyntaxError ? error.message : String(error) });

function lanesOf(work: readonly Work[]): Work[][] {
  const lanes: Work[][] = Array.from({ length: LANES }, () => []);
  const laneOf = new Map<string, Work[]>();
  let next = 0;
  for (const one of work) {
    const key = one.payment?.transaction_id ?? one.read?.references[0] ?? one.claimed.notice_id;
    const lane = laneOf.get(key) ?? lanes[next++ % LANES]!;
    laneOf.set(key, lane);
    lane.push(one);
  }
  return lanes;
}
