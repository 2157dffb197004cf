import { type NewAlert, reachableUsdMinor } from '@coinwarden/domain';
import { raiseAlerts, resolveAlert } from '../../cases/cases.public.js';
import { readWallets, type WalletRecord } from '../../ledger/ledger.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { type LockedScan, readConfirmations } from '../persistence/content-reviews.store.js';
import type { NewScan } from '../persistence/content-scans.store.js';

/**
 * Asks people to look at suspect texts and scams: one alert per text of an account, however often it is written. At stake
 * is what the author could carry away now.
 */
export async function raiseContentAlerts(tx: Tx, scans: readonly NewScan[]): Promise<void> {
  if (scans.length === 0) return;
  const wallets = await readWallets(tx, [...new Set(scans.map((scan) => scan.account_id))]);
  await raiseAlerts(
    tx,
    scans.map((scan) => alertOf({ ...scan, key: scan.textHash }, wallets.get(scan.account_id))),
  );
}

/** A person calls a text a scam: it is looked at like any other, anew when an alert of it was answered before. */
export async function raiseConfirmed(
  tx: Tx,
  scan: LockedScan,
  { reviewId, at }: { reviewId: string; at: number },
): Promise<void> {
  const wallets = await readWallets(tx, [scan.accountId]);
  const key = scan.review === 'cleared' ? keyAfter(scan, reviewId) : scan.textHash;
  const { accountId: account_id, scanId: scan_id } = scan;
  await raiseAlerts(tx, [
    alertOf({ ...scan, account_id, scan_id, verdict: 'scam', key, at }, wallets.get(account_id)),
  ]);
}

/** A person says a text is no scam: whatever alert of it is open has its answer. */
export async function answerAlerts(
  tx: Tx,
  scan: LockedScan,
  { staff, at }: { staff: StaffActor; at: number },
): Promise<void> {
  const confirmations = await readConfirmations(tx, scan);
  const actor = { type: 'staff', id: staff.id, name: staff.name } as const;
  for (const key of [scan.textHash, ...confirmations.map((reviewId) => keyAfter(scan, reviewId))]) {
    const alert = { accountId: scan.accountId, kind: 'content', key } as const;
    await resolveAlert(tx, alert, { resolution: 'cleared', actor, at });
  }
}

/** The alert under the text alone was answered, and stays so. */
const keyAfter = ({ textHash }: LockedScan, reviewId: string) => `${textHash} ${reviewId}`;

type Alerted = Pick<
  NewScan,
  'account_id' | 'scan_id' | 'score' | 'verdict' | 'reasons' | 'language' | 'at'
> & {
  readonly key: string;
};

function alertOf(scan: Alerted, record: WalletRecord | undefined): NewAlert {
  const { score, verdict, key } = scan;
  return {
    kind: 'content',
    key,
    accountId: scan.account_id,
    score,
    reason: scan.reasons[0] ?? {
      code: `content.${verdict}`,
      message: 'The text looks like a scam.',
      values: { score },
    },
    valueAtRiskUsdMinor: record ? reachableUsdMinor(record.wallet, scan.at) : 0n,
    at: scan.at,
    scanId: scan.scan_id,
    ...(scan.language !== null && { language: scan.language }),
  };
}
