import type { StatusBecause } from '../accounts/account.js';
import type { Money } from '../kernel/money.js';
import type { Instant } from '../kernel/time.js';
import type { LimitRoom } from '../limits/spending-limit.js';
import type { StepUpMethod } from '../security/step-up.js';
import type { Reason } from './transaction.js';

/** Every refusal the decision path gives by itself, with one sentence for people and the values it saw. */

const reason = (code: string, message: string, values: Record<string, unknown> = {}): Reason => ({
  code,
  message,
  values,
});

export const accountSuspended = (because: StatusBecause | null): Reason =>
  reason('account.suspended', 'The account is suspended.', valuesOf(because));

export const accountRestricted = (because: StatusBecause | null): Reason =>
  reason('account.restricted', 'The account may receive, but not spend, buy or cash out.', valuesOf(because));

const valuesOf = (because: StatusBecause | null): Record<string, unknown> =>
  because === null ? {} : { by: because.by, why: because.why, since: new Date(because.at).toISOString() };

/** What has to be proved, and until when a proof given now will do. */
export interface StepUpAsked {
  /** The reason code of the rule that asks. */
  readonly why: string;
  readonly methods: readonly StepUpMethod[];
  readonly deviceId: string | undefined;
  readonly until: Instant;
}

export const stepUpRequired = ({ why, methods, deviceId, until }: StepUpAsked): Reason =>
  reason(
    'security.step_up_required',
    'Whoever acts has to prove on this device that the account is theirs; then it may be sent again under a new key.',
    { why, methods, ...(deviceId !== undefined && { deviceId }), until: new Date(until).toISOString() },
  );

export const accountExcluded = (until: Instant): Reason =>
  reason('account.excluded', 'The account has excluded itself from spending.', {
    until: new Date(until).toISOString(),
  });

export const recipientUnavailable = (status: string): Reason =>
  reason('recipient.unavailable', 'The recipient cannot receive gifts.', { status });

export const giftToSelf = (): Reason => reason('gift.to_self', 'An account cannot send gifts to itself.');

export const giftUnknown = (giftId: string): Reason =>
  reason('gift.unknown', 'This gift is not in the catalogue.', { giftId });

export const giftTooLarge = (giftId: string, quantity: number): Reason =>
  reason('gift.too_large', 'So many of this gift cost more coins than can exist.', { giftId, quantity });

export const packageUnknown = (packageId: string): Reason =>
  reason('package.unknown', 'This package is not on sale.', { packageId });

export const noPricePoint = (packageId: string, country: string, currency: string): Reason =>
  reason('package.not_sold_here', 'The package has no price in this currency and country.', {
    packageId,
    country,
    currency,
  });

export const priceMismatch = (paid: Money, price: Money): Reason =>
  reason('purchase.price_mismatch', 'The amount is not the price of the package.', {
    amountMinor: Number(paid.amountMinor),
    currency: paid.currency,
    priceMinor: Number(price.amountMinor),
    priceCurrency: price.currency,
  });

export const referenceUsed = (provider: string, reference: string): Reason =>
  reason('purchase.reference_used', 'This payment has bought coins already.', { provider, reference });

export const limitExceeded = (room: LimitRoom): Reason =>
  reason('limit.exceeded', 'The spending limit would be passed.', {
    layer: room.layer,
    measure: room.measure,
    window: room.window,
    currency: room.currency,
    limit: Number(room.limit),
    used: Number(room.used),
    remaining: Number(room.remaining),
    resetsAt: room.resetsAt === null ? null : new Date(room.resetsAt).toISOString(),
  });

export const insufficientCoins = (needed: bigint, available: bigint): Reason =>
  reason('funds.insufficient_coins', 'The account has too few coins to spend.', {
    needed: Number(needed),
    available: Number(available),
  });

export const insufficientDiamonds = (needed: bigint, available: bigint): Reason =>
  reason('funds.insufficient_diamonds', 'The account has too few diamonds that may be used yet.', {
    needed: Number(needed),
    available: Number(available),
  });

export const amountTooSmall = (diamonds: bigint): Reason =>
  reason('funds.amount_too_small', 'So few diamonds are worth nothing.', { diamonds: Number(diamonds) });

export const debtRepaid = (coins: bigint, debtLeft: bigint): Reason =>
  reason('debt.repaid', 'A debt of the account was paid first.', {
    coins: Number(coins),
    debtLeft: Number(debtLeft),
  });

export const walletFull = (): Reason =>
  reason('funds.wallet_full', 'The wallet cannot hold more than 2^53 − 1.');
