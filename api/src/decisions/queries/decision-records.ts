import type { StaffDecision } from '@coinwarden/contracts';
import { z } from 'zod';
import type { StaffResource } from '../../platform/http/staff-list.js';
import { decisionIdOf } from '../persistence/stored-decision.js';
import { toDecision, toSummary } from './transaction-page.js';
import { TRANSACTIONS, type TransactionListRow } from './transaction-records.js';

const PREFIX = decisionIdOf('');

/** A decision is its transaction seen from the other side, so the two share their rows; only the id differs. */
export const DECISIONS: StaffResource = {
  ...TRANSACTIONS,
  name: 'decisions',
  id: {
    column: TRANSACTIONS.id.column,
    schema: z
      .string()
      .startsWith(PREFIX)
      .transform((id) => id.slice(PREFIX.length))
      .pipe(z.uuid()),
  },
};

export function decisionRecordOf(row: TransactionListRow): StaffDecision {
  const { transactionId, accountId, kind, status, money } = toSummary(row);
  return {
    id: decisionIdOf(transactionId),
    ...toDecision(row, new Map()),
    transactionId,
    accountId,
    kind,
    status,
    money,
  };
}
