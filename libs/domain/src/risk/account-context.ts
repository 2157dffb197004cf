/** What rules may read about the account that acts: who it is, what it owns and owes, and what it has had back. */
import { DAY, HOUR, MINUTE, SECOND } from '../kernel/time.js';
import { bool, int, string } from './fact.js';
import { emailDomainOf, isMinor, type Judged, minutesSince } from './rule-input.js';

const age = (j: Judged, unit: number) => Math.max(0, Math.floor((j.at - j.input.account.createdAt) / unit));

/** What went back may have been paid before the window: then it is all of it. */
function refundedPercent(j: Judged): number {
  const back = j.moneyBack.usdMinor;
  if (back === 0) return 0;
  const paid = j.reading('account').sum('d30', 'purchases');
  return paid <= back ? 100 : Math.floor((100 * back) / paid);
}

export const ACCOUNT_CONTEXT = {
  id: string('Account id', (j: Judged) => j.input.account.accountId),
  ageSeconds: int('Seconds since sign-up', (j: Judged) => age(j, SECOND)),
  ageMinutes: int('Minutes since sign-up', (j: Judged) => age(j, MINUTE)),
  ageHours: int('Hours since sign-up', (j: Judged) => age(j, HOUR)),
  ageDays: int('Days since sign-up', (j: Judged) => age(j, DAY)),
  ageBand: string('under13, 13-15, 16-17, adult or unknown', (j: Judged) => j.input.account.ageBand),
  minor: bool('Whether the age band is below 18', (j: Judged) => isMinor(j.input.account)),
  hasGuardian: bool(
    'Whether a guardian is linked',
    (j: Judged) => j.input.account.guardianAccountId !== null,
  ),
  country: string('Country of the account', (j: Judged) => j.input.account.country),
  creator: bool('Whether the account is a creator', (j: Judged) => j.input.account.creator),
  status: string('active, restricted or suspended', (j: Judged) => j.input.account.status),
  emailDomain: string('Domain of the e-mail address', (j: Judged) => emailDomainOf(j.input.account)),
  credentialChangedMinutesAgo: int(
    'Minutes since password, e-mail, phone or second factor changed; a billion when never',
    (j: Judged) => minutesSince(j.input.account.credentialChangedAt, j.at),
  ),
  signInFailures: int(
    'Failed sign-ins since the last good one',
    (j: Judged) => j.input.account.signInFailures,
  ),
  establishedDevices: int(
    'Devices of the last 30 days that the account came on first more than a day ago',
    (j: Judged) => j.reading('account').established('devices'),
  ),
  establishedInstruments: int(
    'Payment instruments of the last 30 days that the account used first more than a day ago',
    (j: Judged) => j.reading('account').established('instruments'),
  ),
  paidCoins: int('Available coins of kind paid', (j: Judged) => j.input.wallet.paid),
  bonusCoins: int('Available coins of kind bonus', (j: Judged) => j.input.wallet.bonus),
  earnedCoins: int('Available coins of kind earned', (j: Judged) => j.input.wallet.earned),
  debtCoins: int('Coins owed after a clawback', (j: Judged) => j.input.wallet.debtCoins),
  refunds30d: int(
    'Refunds of the last 30 days, those on their way included',
    (j: Judged) => j.moneyBack.refunds,
  ),
  refundsAfterSpending30d: int(
    'Of these, refunds of coins that had been spent',
    (j: Judged) => j.moneyBack.afterSpending,
  ),
  refundedPercent30d: int(
    'Money refunded or lost to disputes in the last 30 days, in percent of the money paid in them',
    (j: Judged) => refundedPercent(j),
  ),
  disputes: int(
    'Disputes of its purchases ever, those won included',
    (j: Judged) => j.input.account.moneyBack.disputes,
  ),
};
