import {
  coinsOut,
  type Effects,
  entry,
  expire,
  type Judgement,
  judge,
  type LimitRoom,
  type LotShare,
  noEffects,
  postApproved,
  postHeld,
  type Reason,
  reasons,
  recordTransaction,
  type TransactionStatus,
} from '@coinwarden/domain';
import type { DecisionResult } from '../decider.js';
import { referenceKey } from '../persistence/payment-references.store.js';
import {
  packRooms,
  packShadow,
  packWallet,
  type StoredDecision,
  toAnswer,
} from '../persistence/stored-decision.js';
import type { TransactionRow } from '../persistence/transactions.store.js';
import { type AccountState, type BatchState, scoped } from './batch-state.js';
import { Examination } from './examination.js';
import { noteLimits } from './note-limits.js';
import type { PreparedItem } from './prepared-item.js';
import type { ReferenceSnapshot } from './reference-data.js';
import { takeDemands } from './take-demands.js';

/** Decides one item on the state the items before it left, and leaves its own effects in that state. */
export function decideItem(
  item: PreparedItem,
  batch: BatchState,
  references: ReferenceSnapshot,
): DecisionResult {
  const { transaction: tx } = item;
  const account = batch.accounts.get(tx.accountId);
  if (!account) return { problem: 'account.unknown', detail: `There is no account ${tx.accountId}.` };
  if (account.account.status === 'closed') {
    return { problem: 'account.closed', detail: `The account ${tx.accountId} is closed.` };
  }
  const recipient = tx.kind === 'gift' ? batch.accounts.get(tx.recipientId) : undefined;
  if (tx.kind === 'gift' && !recipient) {
    return {
      problem: 'account.unknown',
      detail: `There is no account ${tx.recipientId} to receive the gift.`,
    };
  }
  const known = batch.known.get(scoped(tx.accountId, item.idempotencyKey));
  if (known) {
    if (known.requestHash === item.requestHash) return toAnswer(known, true);
    return { problem: 'idempotency.conflict', detail: 'This idempotency key came with another body before.' };
  }

  const lapsed = letLapse(account, item.now);
  const examination = new Examination({ item, batch, references, account, recipient: recipient ?? null });
  const judgement = judge(examination);
  const effects = effectsOf(examination, judgement);
  const row = settle({ item, batch, account, recipient, examination, judgement, effects, lapsed });
  return toAnswer(row, false);
}

/** Coins that have lapsed leave the wallet before anything else is decided on it. */
function letLapse(account: AccountState, now: number): readonly LotShare[] {
  const { wallet, expired } = expire(account.wallet, now);
  account.wallet = wallet;
  return expired;
}

function effectsOf(examination: Examination, judgement: Judgement): Effects {
  const { terms, wallet, account, recipient, item } = examination;
  if (judgement.outcome === 'decline' || 'code' in terms) return noEffects(wallet, null);
  const post = judgement.outcome === 'approve' ? postApproved : postHeld;
  return post({
    terms,
    wallet: account.wallet,
    recipient: recipient?.wallet ?? null,
    shares: judgement.shares,
    ids: item.ids,
    now: item.now,
  });
}

interface Settled {
  readonly item: PreparedItem;
  readonly batch: BatchState;
  readonly account: AccountState;
  readonly recipient: AccountState | undefined;
  readonly examination: Examination;
  readonly judgement: Judgement;
  readonly effects: Effects;
  readonly lapsed: readonly LotShare[];
}

/** Leaves the effects in the batch: wallets, usage, velocity, books, and the row that answers for all of it. */
function settle(settled: Settled): TransactionRow {
  const { item, batch, account, recipient, examination, judgement, effects } = settled;
  const { transaction: tx } = item;
  account.wallet = effects.wallet;
  account.changed = true;
  if (recipient && effects.recipient) {
    recipient.wallet = effects.recipient;
    recipient.changed = true;
  }
  const went = judgement.outcome !== 'decline';
  if (went) account.usage = examination.usageAfter;
  const rooms = examination.roomsNow();
  noteLimits({ batch, examination, went, rooms });
  const refundDue = claimPayment(settled);
  if (went) examination.usePromotion();
  noteShadow(settled);
  takeDemands(batch, examination, judgement);
  recordTransaction(examination.velocityStates, examination.velocityFacts(judgement));
  keepBooks(settled);
  for (const { entryId } of examination.listEntries) {
    batch.listMatches.push([entryId, tx.accountId, item.ids.transactionId, judgement.outcome]);
  }

  const row: TransactionRow = {
    accountId: tx.accountId,
    transactionId: item.ids.transactionId,
    idempotencyKey: item.idempotencyKey,
    requestHash: item.requestHash,
    kind: tx.kind,
    outcome: judgement.outcome,
    status: statusOf(judgement, effects),
    score: judgement.score,
    ...examination.amounts,
    counterpartyId: tx.kind === 'gift' ? tx.recipientId : null,
    rulesetVersion: examination.rulesetVersion,
    occurredAt: item.occurredAt,
    decidedAt: item.now,
    request: item.request,
    decision: storedDecision(settled, { rooms, refundId: refundDue }),
  };
  batch.rows.push(row);
  batch.known.set(scoped(tx.accountId, item.idempotencyKey), row);
  return row;
}

const statusOf = (judgement: Judgement, effects: Effects): TransactionStatus =>
  judgement.outcome === 'decline' ? 'declined' : effects.hold ? 'held' : 'posted';

/**
 * A payment belongs to the purchase that goes through with it, or to the declined one that must give its money back.
 * Answers the id of the refund that opens, if one does.
 */
function claimPayment({ item, batch, examination, judgement }: Settled): string | null {
  const { transaction: tx, claim } = item;
  if (tx.kind !== 'purchase' || !claim || !examination.referenceFree) return null;
  const declined = judgement.outcome === 'decline';
  if (declined && !tx.payment.captured) return null;
  batch.usedClaims.set(referenceKey(claim), claim);
  if (!declined || tx.money.amountMinor === 0n) return null;
  const refundId = item.ids.lotId;
  batch.refunds.push({
    refundId,
    accountId: tx.accountId,
    transactionId: item.ids.transactionId,
    amountMinor: tx.money.amountMinor,
    currency: tx.money.currency,
    reason: 'purchase_declined',
    at: item.now,
  });
  return refundId;
}

/** What the version in shadow would have made of it is counted with the batch. */
function noteShadow({ item, batch, examination, judgement }: Settled): void {
  const { shadow } = examination;
  if (!shadow) return;
  batch.shadowed.push({
    version: shadow.version,
    accountId: item.transaction.accountId,
    transactionId: item.ids.transactionId,
    at: item.now,
    liveOutcome: judgement.outcome,
    outcome: shadow.outcome,
    liveScore: judgement.score,
    score: shadow.score,
    fired: shadow.fired,
  });
}

function keepBooks({ item, batch, effects, lapsed }: Settled): void {
  const { books } = batch;
  const of = { accountId: item.transaction.accountId, transactionId: item.ids.transactionId };
  const entryNo = books.add(of, effects, { entryNo: 0, at: item.now });
  if (effects.repaid) batch.repaid.push({ transactionId: of.transactionId, ...effects.repaid });
  if (lapsed.length > 0) {
    const made = entry('expiry', coinsOut(of.accountId, lapsed, 'coins:expired'));
    books.entries.push({ entryNo, postedAt: item.now, entry: made, ...of });
    for (const share of lapsed) books.movements.push({ entryNo, share, reason: 'expired', ...of });
  }
}

/** Said to whoever the debt was of: a gift that pays the creator's is not the giver's business. */
const noticesOf = ({ repaid }: Effects, { account }: AccountState): Reason[] =>
  repaid?.accountId === account.accountId ? [reasons.debtRepaid(repaid.coins, repaid.debtLeft)] : [];

function storedDecision(
  { item, account, examination, judgement, effects }: Settled,
  { rooms, refundId }: { rooms: readonly LimitRoom[]; refundId: string | null },
): StoredDecision {
  const { evaluation, shadow } = examination;
  const said = [...judgement.reasons, ...examination.notices, ...noticesOf(effects, account)];
  const limits = packRooms(rooms);
  const { promotion: offered, coinKinds } = examination;
  const promotion = judgement.outcome === 'decline' ? null : offered;
  return {
    wallet: packWallet(account.wallet, item.now),
    ...(said.length > 0 && { reasons: said }),
    ...(evaluation?.fired.length && {
      rules: evaluation.fired.map(({ key, mode, effect, score, values }) => ({
        key,
        mode,
        effect,
        score,
        values,
      })),
    }),
    ...(evaluation?.errors.length && { errors: evaluation.errors }),
    ...(shadow && { shadow: packShadow(shadow) }),
    ...(limits.length > 0 && { limits }),
    ...(coinKinds && { coinKinds }),
    ...(promotion && { promotion: [promotion.promotionId, Number(promotion.bonusCoins)] as const }),
    ...(offered && !promotion && { offered: offered.promotionId }),
    ...(refundId && { refundDue: true, refundId }),
  };
}
