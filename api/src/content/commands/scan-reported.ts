import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Report, ReportedTexts } from '../../risk/risk.public.js';
import { findScanOfContent } from '../persistence/content-scans.store.js';
import { ScanContent } from './scan-content.js';

/** What a user reported: scanned where the report brings the text, else looked up where it names content. */
@Injectable()
export class ScanReported implements OnModuleInit {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly scan: ScanContent,
    private readonly reportedTexts: ReportedTexts,
  ) {}

  onModuleInit(): void {
    this.reportedTexts.scanBy((report) => this.run(report));
  }

  /** The scan's id; null when the report is not about a text we know. */
  async run({
    accountId,
    reportedText: text,
    contentId,
    contentKind = 'comment',
    reporterId,
    occurredAt,
  }: Report) {
    if (text === undefined) {
      return contentId === undefined ? null : findScanOfContent(this.db, { accountId, contentId });
    }
    const now = this.clock.now();
    const { scanId } = await this.scan.one({
      kind: contentKind,
      accountId,
      text,
      contentId,
      // A reported message was sent to whoever reports it.
      ...(contentKind === 'message' && { recipientId: reporterId }),
      source: 'report',
      at: occurredAt === undefined ? now : Math.min(Date.parse(occurredAt), now),
    });
    return scanId;
  }
}
