import type { MoneyAround, SharingAccount, StaffContentScanDetail } from '@coinwarden/contracts';
import { DAY, diamonds, idTime, payoutForDiamonds } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { readAddressed } from '../persistence/addressed.store.js';
import { readReviews } from '../persistence/content-reviews.store.js';
import type { ContentScanRow } from '../persistence/content-scans.store.js';
import { type GiverRow, readCashedOut, readGivers } from '../persistence/money-around.store.js';
import { readSharing, type SharingRow } from '../persistence/sharing.store.js';
import { CONTENT_SCANS, contentScanRecord, EXCERPT } from './content-scan-records.js';

/** Victims give within days of the text; whoever cashes out does so when the diamonds have matured. */
const BEFORE = DAY;
const AFTER = 10 * DAY;
const SHOWN_GIVERS = 50;

/** A scan judged with text, links and money together. */
@Injectable()
export class ContentScanPage {
  constructor(private readonly db: UnitOfWork) {}

  async read(scanId: string, actor: StaffActor): Promise<StaffContentScanDetail> {
    const whole = { ...CONTENT_SCANS, select: `*, ${EXCERPT}` };
    const row = await findStaffRecord<ContentScanRow & { excerpt: string }>(this.db, whole, scanId);
    if (!row) throw new ProblemError('record.unknown');
    const key = { accountId: row.account_id, scanId };
    const [reviews, money, sharing] = await Promise.all([
      readReviews(this.db, key),
      this.moneyAround(row),
      readSharing(this.db, key),
    ]);
    return {
      ...contentScanRecord(actor)(row),
      text: row.text,
      displayName: row.display_name,
      reasons: row.reasons.map((reason) => ({ ...reason, values: { ...reason.values } })),
      spans: row.spans,
      links: row.links,
      scannedChars: row.scanned_chars,
      contentIds: row.content_ids,
      recipientIds: row.recipient_ids,
      reviews: reviews.map(({ action, reason, at, by }) => ({
        action,
        reason,
        by: by.name,
        at: at.toISOString(),
      })),
      money,
      sharedBy: sharing.map(sharingView),
    };
  }

  private async moneyAround({ account_id: accountId, scanned_at }: ContentScanRow): Promise<MoneyAround> {
    const at = scanned_at.getTime();
    const stretch = { accountId, from: at - BEFORE, to: at + AFTER };
    const [givers, { withdrawn, converted }, addressed] = await Promise.all([
      readGivers(this.db, stretch),
      readCashedOut(this.db, stretch),
      readAddressed(this.db, accountId),
    ]);
    const sum = (of: (row: GiverRow) => bigint | number) =>
      givers.reduce((total, row) => total + Number(of(row)), 0);
    return {
      from: new Date(stretch.from).toISOString(),
      to: new Date(stretch.to).toISOString(),
      gifts: sum((row) => row.gifts),
      coinsReceived: sum((row) => row.coins),
      heldCoins: sum((row) => row.held_coins),
      givers: givers.slice(0, SHOWN_GIVERS).map((row) => ({
        accountId: row.giver,
        gifts: row.gifts,
        coins: Number(row.coins),
        heldCoins: Number(row.held_coins),
        addressed: addressed.has(row.giver),
        firstAt: row.first_at.toISOString(),
        lastAt: row.last_at.toISOString(),
      })),
      diamondsWithdrawn: Number(withdrawn),
      withdrawnUsdMinor: Number(payoutForDiamonds(diamonds(withdrawn))),
      diamondsConverted: Number(converted),
    };
  }
}

const sharingView = ({ account_id, domain, scans, scan_id }: SharingRow): SharingAccount => ({
  accountId: account_id,
  domain,
  scans,
  scanId: scan_id,
  lastAt: new Date(idTime(scan_id)).toISOString(),
});
