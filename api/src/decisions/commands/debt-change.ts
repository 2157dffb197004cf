import type { DebtRepayment } from '@coinwarden/domain';
import type { DebtChange } from '../../platform/outbox/topics.js';

/** What the platform is told when a transaction has paid a debt. */
export const debtChangeOf = (repaid: DebtRepayment & { readonly transactionId: string }): DebtChange => ({
  accountId: repaid.accountId,
  transactionId: repaid.transactionId,
  why: 'repayment',
  change: -Number(repaid.coins),
  debtCoins: Number(repaid.debtLeft),
});
