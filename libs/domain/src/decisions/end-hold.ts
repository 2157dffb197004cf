import { fail, ok, type Result } from '../kernel/failure.js';
import { consumeHeld, unreserve } from '../ledger/burn.js';
import { repayWithCoins } from '../ledger/debt.js';
import { ECONOMY } from '../ledger/economy.js';
import { coinsOut, type EntryKind, entry } from '../ledger/journal.js';
import { type Effects, type Hold, type HoldEnd, noEffects } from './effects.js';
import { type PostInput, paymentEntry, postReleased } from './post.js';
import type { TransactionStatus } from './transaction.js';

export interface EndHoldInput extends Omit<PostInput, 'shares'> {
  readonly hold: Hold;
  readonly end: HoldEnd;
}

export interface HoldEnded {
  readonly effects: Effects;
  readonly status: TransactionStatus;
  /** Null when the hold goes on: a release that still waits for the payment, or a capture that waits for a person. */
  readonly endedBy: HoldEnd | null;
  /** The hold as it goes on, when it does. */
  readonly hold: Hold | null;
  /** The payment was taken and the purchase does not stand: its money goes back. */
  readonly refundDue: boolean;
  /** The spend never happened: its room under the limits is given back. */
  readonly givesBackRoom: boolean;
}

const FINAL_STATUS: Record<HoldEnd, TransactionStatus> = {
  released: 'posted',
  captured: 'posted',
  declined: 'declined',
  voided: 'voided',
  expired: 'expired',
};

/**
 * Ends an open hold, in precedence order of refusals: only a purchase can be captured or voided; a payment already
 * captured is not captured again and not voided; a release of what is not under review has
 * nothing to release; nothing expires before its time. The caller
 * holds the lock and has checked that the hold is open, so each hold ends exactly once.
 */
export function endHold(
  input: EndHoldInput,
): Result<HoldEnded, 'hold.not_a_purchase' | 'hold.captured' | 'hold.not_in_review' | 'hold.not_lapsed'> {
  const { terms, hold, end } = input;
  const forPayment = end === 'captured' || end === 'voided';
  if (forPayment && terms.kind !== 'purchase') return fail('hold.not_a_purchase', { kind: terms.kind });
  if (forPayment && hold.captured) return fail('hold.captured');
  if ((end === 'released' || end === 'declined') && hold.purpose !== 'review')
    return fail('hold.not_in_review');
  if (end === 'expired' && input.now < hold.expiresAt) return fail('hold.not_lapsed');
  if (end === 'captured') return ok(capture(input));
  if (end === 'released') return ok(release(input));
  return ok(giveBack(input));
}

function ended(input: EndHoldInput, effects: Effects): HoldEnded {
  const status = FINAL_STATUS[input.end];
  return { effects, status, endedBy: input.end, hold: null, refundDue: false, givesBackRoom: false };
}

const goesOn = (hold: Hold, effects: Effects): HoldEnded => ({
  effects,
  status: 'held',
  endedBy: null,
  hold,
  refundDue: false,
  givesBackRoom: false,
});

function capture(input: EndHoldInput): HoldEnded {
  const { hold, wallet, recipient, terms } = input;
  const entries = [paymentEntry(terms)];
  if (hold.purpose === 'review') {
    return goesOn({ ...hold, captured: true }, { ...noEffects(wallet, recipient), entries });
  }
  return ended(input, { ...noEffects(wallet, recipient), ...free(input), entries });
}

function release(input: EndHoldInput): HoldEnded {
  const { hold, wallet, recipient, terms, now } = input;
  if (terms.kind !== 'purchase' && terms.kind !== 'reward') {
    return ended(input, postReleased({ ...input, shares: hold.shares }));
  }
  if (!hold.captured) {
    const waiting: Hold = { ...hold, purpose: 'capture', expiresAt: now + ECONOMY.captureHold };
    return goesOn(waiting, noEffects(wallet, recipient));
  }
  return ended(input, { ...noEffects(wallet, recipient), ...free(input) });
}

/** The reserved coins are free again, and pay a debt before anything else. */
const free = ({ wallet, hold, now }: EndHoldInput) =>
  repayWithCoins(unreserve(wallet, hold.shares), hold.shares, now);

/** The transaction does not stand: what was reserved is free again, what was credited is taken back. */
function giveBack(input: EndHoldInput): HoldEnded {
  const { hold, wallet, recipient, terms } = input;
  const credited = terms.kind === 'purchase' || terms.kind === 'reward';
  const givesBackRoom = terms.kind !== 'reward';
  if (!credited) {
    const freed = free(input);
    const own = { ...freed.wallet, diamondsHeld: wallet.diamondsHeld - hold.diamonds };
    return { ...ended(input, { ...noEffects(own, recipient), repaid: freed.repaid }), givesBackRoom };
  }
  const kind: EntryKind = terms.kind === 'purchase' ? 'purchase_void' : 'reward_void';
  const effects: Effects = {
    ...noEffects(consumeHeld(wallet, hold.shares), recipient),
    entries: [entry(kind, coinsOut(terms.accountId, hold.shares, 'coins:issued'))],
    movements: hold.shares.map((share) => ({ share, reason: 'voided' })),
  };
  return { ...ended(input, effects), refundDue: terms.kind === 'purchase' && hold.captured, givesBackRoom };
}
