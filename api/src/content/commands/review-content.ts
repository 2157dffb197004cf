import { type ContentAction, openContentActions, reviewBy } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { countFlaggedContent } from '../persistence/content-history.store.js';
import { insertReview, lockScan, writeReview } from '../persistence/content-reviews.store.js';
import { answerAlerts, raiseConfirmed } from './raise-content-alerts.js';

/** A person's word on a text: it stands over the scan's verdict, also in what rules read of its author. */
@Injectable()
export class ReviewContent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(actor: StaffActor, scanId: string, { action, reason }: { action: ContentAction; reason: string }) {
    return this.uow.run(async (tx) => {
      const scan = await lockScan(tx, scanId);
      if (!scan) throw new ProblemError('record.unknown');
      if (!openContentActions(scan.review).includes(action)) {
        throw new ProblemError('action.not_allowed', `The text is ${scan.review} already.`);
      }
      const now = this.clock.now();
      const after = { ...scan, ...reviewBy(action) };
      await writeReview(tx, after);
      const by = { id: actor.id, name: actor.name };
      const reviewId = idAt(now);
      await insertReview(tx, scan, { reviewId, action, reason, at: new Date(now), by });
      await countFlaggedContent(tx, [scan.accountId], now);
      if (action === 'clear') await answerAlerts(tx, scan, { staff: actor, at: now });
      else await raiseConfirmed(tx, scan, { reviewId, at: now });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: `content_scan.${after.review}`,
        subject: { type: 'content_scan', id: scanId },
        reason,
        details: { accountId: scan.accountId, from: scan.verdict, to: after.verdict },
      });
    });
  }
}
