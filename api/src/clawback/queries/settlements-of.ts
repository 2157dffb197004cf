import { MAX_PREVIEW_LINES, type SettlementView } from '@coinwarden/contracts';
import type { ClawbackLine } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { holdersOf, lineView, stepsOf } from './preview-view.js';

interface SettlementRow {
  account_id: string;
  settlement_id: string;
  claim_id: string | null;
  policy_version: number;
  settled_at: Date;
}

interface LineRow {
  settlement_id: string;
  step: ClawbackLine['step'];
  holder_id: string;
  lot_id: string | null;
  coins: bigint;
}

/** What a purchase is settled is counted on fingers: claims, and what happens to each of them. */
const MAX_SETTLEMENTS = 100;

/** Everything that was booked on a purchase, oldest first, with who lost what by it. */
export async function settlementsOf(db: Queryable, purchaseId: string): Promise<SettlementView[]> {
  const settlements = await db.query<SettlementRow>(
    `SELECT s.account_id, s.settlement_id, s.claim_id, s.policy_version, s.settled_at
     FROM transactions t
     JOIN settlements s ON s.account_id = t.account_id AND s.purchase_id = t.transaction_id
     WHERE t.transaction_id = $1 ORDER BY s.settled_at, s.settlement_id LIMIT ${MAX_SETTLEMENTS}`,
    [purchaseId],
  );
  const [first] = settlements;
  if (!first) return [];
  const lines = await linesOf(db, { accountId: first.account_id, purchaseId });
  return settlements.map((settlement) => {
    const own = lines.get(settlement.settlement_id) ?? [];
    const holders = holdersOf(settlement.account_id, own.map(lineView));
    return {
      settlementId: settlement.settlement_id,
      claimId: settlement.claim_id,
      policyVersion: settlement.policy_version,
      settledAt: settlement.settled_at.toISOString(),
      steps: stepsOf(own),
      holders: holders.slice(0, MAX_PREVIEW_LINES),
      moreHolders: Math.max(0, holders.length - MAX_PREVIEW_LINES),
    };
  });
}

async function linesOf(
  db: Queryable,
  { accountId, purchaseId }: { accountId: string; purchaseId: string },
): Promise<Map<string, ClawbackLine[]>> {
  const rows = await db.query<LineRow>(
    `SELECT settlement_id, step, holder_id, lot_id, coins FROM clawback_lines
     WHERE account_id = $1 AND purchase_id = $2 ORDER BY settlement_id, line_no`,
    [accountId, purchaseId],
  );
  const lines = new Map<string, ClawbackLine[]>();
  for (const { settlement_id, step, holder_id, lot_id, coins } of rows) {
    const line = { step, holderId: holder_id, lotId: lot_id, coins };
    const known = lines.get(settlement_id);
    if (known) known.push(line);
    else lines.set(settlement_id, [line]);
  }
  return lines;
}
