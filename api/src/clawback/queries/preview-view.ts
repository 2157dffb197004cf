import { createHash } from 'node:crypto';
import { type ClawbackPreview, MAX_PREVIEW_LINES } from '@coinwarden/contracts';
import { type ClawbackLine, coins as coinsOf, diamondsForGift } from '@coinwarden/domain';
import type { ReadSettling } from '../commands/read-settling.js';

/** The settlement as people see it. The hash is over all of it, however much of it is shown. */
export function previewOf({ settling, holdings, takenBefore, request }: ReadSettling): ClawbackPreview {
  const { purchase, live, claim } = request;
  const { money, due, change } = settling;
  const lines = change.lines.map(lineView);
  const whole = {
    purchaseId: purchase.purchaseId,
    accountId: purchase.accountId,
    cause: claim?.cause ?? due.cause,
    policyVersion: live.version,
    money: {
      currency: purchase.money.currency,
      capturedMinor: Number(purchase.capturedMinor),
      refundedMinor: Number(money.refundedMinor),
      reservedMinor: Number(money.reservedMinor),
      lostMinor: Number(money.lostMinor),
      excessMinor: Number(money.excessMinor),
      feeMinor: Number(money.feeMinor),
      refundableMinor: Number(
        purchase.capturedMinor - money.refundedMinor - money.reservedMinor - money.lostMinor,
      ),
    },
    coins: {
      granted: Number(holdings.lots.reduce((sum, lot) => sum + lot.granted, 0n)),
      due: Number(due.taken),
      takenBefore: Number(takenBefore),
    },
    steps: stepsOf(change.lines),
    holders: holdersOf(purchase.accountId, lines),
    lines,
  };
  const hash = createHash('sha256').update(JSON.stringify(whole)).digest('hex');
  return {
    ...whole,
    holders: whole.holders.slice(0, MAX_PREVIEW_LINES),
    moreHolders: Math.max(0, whole.holders.length - MAX_PREVIEW_LINES),
    lines: lines.slice(0, MAX_PREVIEW_LINES),
    moreLines: Math.max(0, lines.length - MAX_PREVIEW_LINES),
    hash,
  };
}

type LineView = ClawbackPreview['lines'][number];

export function lineView(line: ClawbackLine): LineView {
  const { step, holderId, lotId, coins } = line;
  const size = diamondsForGift(coinsOf(coins < 0n ? -coins : coins));
  const diamonds = step === 'diamonds' ? Number(coins < 0n ? -size : size) : 0;
  return { step, holderId, lotId, coins: Number(coins), diamonds };
}

export function stepsOf(lines: readonly ClawbackLine[]): ClawbackPreview['steps'] {
  const sums = new Map<ClawbackLine['step'], bigint>();
  for (const { step, coins } of lines) sums.set(step, (sums.get(step) ?? 0n) + coins);
  return [...sums].map(([step, coins]) => ({ step, coins: Number(coins) }));
}

/** The account first, then the creators by what they lose. */
export function holdersOf(buyerId: string, lines: readonly LineView[]): ClawbackPreview['holders'] {
  const buyer = { accountId: buyerId, role: 'buyer' as const, coins: 0, diamonds: 0, debtCoins: 0 };
  const creators = new Map<string, ClawbackPreview['holders'][number]>();
  for (const { step, holderId, coins, diamonds } of lines) {
    if (step === 'unspent' || step === 'bonus') buyer.coins += coins;
    if (step === 'debt') buyer.debtCoins += coins;
    if (step !== 'diamonds') continue;
    const none = { accountId: holderId, role: 'creator' as const, coins: 0, diamonds: 0, debtCoins: 0 };
    const creator = creators.get(holderId) ?? none;
    creators.set(holderId, { ...creator, diamonds: creator.diamonds + diamonds });
  }
  const size = (diamonds: number) => (diamonds < 0 ? -diamonds : diamonds);
  return [buyer, ...[...creators.values()].sort((a, b) => size(b.diamonds) - size(a.diamonds))];
}
