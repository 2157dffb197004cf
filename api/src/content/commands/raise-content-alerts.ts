import { type NewAlert, reachableUsdMinor } from '@coinwarden/domain';
import { raiseAlerts } from '../../cases/cases.public.js';
import { readWallets, type WalletRecord } from '../../ledger/ledger.public.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
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
    scans.map((scan) => alertOf(scan, wallets.get(scan.account_id))),
  );
}

function alertOf(scan: NewScan, record: WalletRecord | undefined): NewAlert {
  const { score, verdict } = scan;
  return {
    kind: 'content',
    key: scan.textHash,
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
