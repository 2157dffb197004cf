/**
 * Everything a rule may read, described once. Amounts are whole coins, diamonds or US cents; whatever a transaction has
 * not (a payment, a counterparty, a device) reads as empty, zero or false. Velocity is what came before the transaction.
 */
import { DAY, HOUR } from '../kernel/time.js';
import type { LimitMeasure, LimitRoom } from '../limits/spending-limit.js';
import { ACCOUNT_CONTEXT } from './account-context.js';
import { CONTENT_CONTEXT } from './content-context.js';
import { bool, type FactFields, group, int, string, strings, type ViewOf, viewClass } from './fact.js';
import { hourIn, isMinor, Judged, type RuleInput } from './rule-input.js';
import { SECURITY_CONTEXT } from './security-context.js';
import { VELOCITY_CONTEXT } from './velocity-context.js';

const theirAge = (j: Judged, unit: number) =>
  j.counterparty ? Math.max(0, Math.floor((j.at - j.counterparty.createdAt) / unit)) : 0;

const TX = {
  kind: string('Kind of transaction', (j: Judged) => j.tx.kind),
  coins: int('Coins bought, spent or rewarded', (j: Judged) => j.input.coins),
  bonusCoins: int('Coins of kind bonus among those to be spent', (j: Judged) => j.input.bonusCoins),
  diamonds: int('Diamonds converted or withdrawn', (j: Judged) => j.input.diamonds),
  amountUsdMinor: int('Price of a purchase in US cents', (j: Judged) => j.input.amountUsdMinor),
  amountMinor: int('Price of a purchase in minor units of its currency', (j: Judged) =>
    j.tx.kind === 'purchase' ? Number(j.tx.money.amountMinor) : 0,
  ),
  currency: string('Currency of a purchase', (j: Judged) =>
    j.tx.kind === 'purchase' ? j.tx.money.currency : '',
  ),
  packageId: string('Package of a purchase', (j: Judged) => (j.tx.kind === 'purchase' ? j.tx.packageId : '')),
  promotionId: string('Promotion a purchase gets', (j: Judged) => j.input.promotionId),
  giftId: string('Gift that is sent', (j: Judged) => (j.tx.kind === 'gift' ? j.tx.giftId : '')),
  quantity: int('How many of the gift', (j: Judged) => (j.tx.kind === 'gift' ? j.tx.quantity : 0)),
  contentId: string('Content that is promoted, unlocked or gifted on', (j: Judged) =>
    j.tx.kind === 'video_promotion' || j.tx.kind === 'unlock' ? j.tx.contentId : j.tx.context?.contentId,
  ),
  rewardReason: string('Why a reward is given', (j: Judged) => (j.tx.kind === 'reward' ? j.tx.reason : '')),
  payoutMethod: string('How a withdrawal is paid', (j: Judged) =>
    j.tx.kind === 'withdrawal' ? j.tx.payout.method : '',
  ),
  contextType: string('Where it happened, as the platform names it', (j: Judged) => j.tx.context?.type),
  hourOfDay: int('Hour 0–23 in the account’s time zone', (j: Judged) =>
    hourIn(j.input.account.timeZone, j.at),
  ),
};

const COUNTERPARTY = {
  present: bool('Whether there is a counterparty', (j: Judged) => j.counterparty !== null),
  id: string('Account id of the recipient', (j: Judged) => j.counterparty?.accountId),
  ageHours: int('Hours since the recipient signed up', (j: Judged) => theirAge(j, HOUR)),
  ageDays: int('Days since the recipient signed up', (j: Judged) => theirAge(j, DAY)),
  ageBand: string('Age band of the recipient', (j: Judged) => j.counterparty?.ageBand),
  minor: bool(
    'Whether the recipient is below 18',
    (j: Judged) => j.counterparty !== null && isMinor(j.counterparty),
  ),
  country: string('Country of the recipient', (j: Judged) => j.counterparty?.country),
  creator: bool('Whether the recipient is a creator', (j: Judged) => j.counterparty?.creator ?? false),
  status: string('Status of the recipient', (j: Judged) => j.counterparty?.status),
  known: bool(
    'Whether the account gave this recipient something in the last 30 days, first more than a day ago',
    (j: Judged) =>
      j.counterparty !== null && j.reading('account').isUsedTo('recipients', j.counterparty.accountId),
  ),
  givesBack: bool(
    'Whether the recipient gave the account something in the last 30 days',
    (j: Judged) => j.counterparty !== null && j.reading('account').knows('senders', j.counterparty.accountId),
  ),
  sameDevice: bool(
    'Whether the recipient was seen on the device that gives, in the last 30 days',
    (j: Judged) => j.counterparty !== null && j.reading('device').knows('accounts', j.counterparty.accountId),
  ),
  sameIp: bool(
    'Whether the recipient was seen at the address that gives, in the last 30 days',
    (j: Judged) => j.counterparty !== null && j.reading('ip').knows('accounts', j.counterparty.accountId),
  ),
  sameInstrument: bool(
    'Whether both accounts were seen with one payment instrument, in the last 30 days',
    (j: Judged) =>
      j.counterparty !== null && j.reading('account').sharesAny('instruments', j.reading('counterparty')),
  ),
};

const DEVICE = {
  present: bool('Whether the device was reported', (j: Judged) => j.tx.device !== undefined),
  id: string('Device id', (j: Judged) => j.tx.device?.id, 'device'),
  ip: string('IP address', (j: Judged) => j.tx.device?.ip, 'ip'),
  isNew: bool(
    'Whether the account was never on it in the last 30 days',
    (j: Judged) => j.tx.device !== undefined && !j.reading('account').knows('devices', j.tx.device.id),
  ),
  isRecent: bool(
    'Whether the account came on it for the first time less than a day ago',
    (j: Judged) => j.tx.device !== undefined && !j.reading('account').isUsedTo('devices', j.tx.device.id),
  ),
  ipIsNew: bool(
    'Whether the account was not seen at the address in the last 30 days',
    (j: Judged) =>
      j.tx.device !== undefined && !j.reading('account').knows('ips', j.tx.device.ip.toLowerCase()),
  ),
};

const PAYMENT = {
  present: bool('Whether there is a payment', (j: Judged) => j.payment !== undefined),
  provider: string('stripe, apple, google or other', (j: Judged) => j.payment?.provider),
  store: bool(
    'Whether an app store takes the payment, and with it most of the card risk',
    (j: Judged) => j.isStorePayment,
  ),
  reference: string('The provider’s reference', (j: Judged) => j.payment?.reference, 'paymentInstrument'),
  instrument: string(
    'The card or other instrument',
    (j: Judged) => j.payment?.instrument,
    'paymentInstrument',
  ),
  hasInstrument: bool('Whether the instrument is known', (j: Judged) => j.payment?.instrument !== undefined),
  instrumentIsNew: bool(
    'Whether the account never used the instrument in the last 30 days',
    (j: Judged) => j.instrumentId !== undefined && !j.reading('account').knows('instruments', j.instrumentId),
  ),
  instrumentIsRecent: bool(
    'Whether the account used the instrument for the first time less than a day ago',
    (j: Judged) =>
      j.instrumentId !== undefined && !j.reading('account').isUsedTo('instruments', j.instrumentId),
  ),
  country: string('Country of the instrument', (j: Judged) => j.payment?.country),
  countryMismatch: bool(
    'Whether the instrument is from another country than the account',
    (j: Judged) => j.payment?.country !== undefined && j.payment.country !== j.input.account.country,
  ),
  captured: bool('Whether the money was taken already', (j: Judged) => j.payment?.captured ?? false),
};

const LISTS = {
  allowed: bool('Whether anything stands on the allow list', (j: Judged) => j.listed('allow').length > 0),
  blocked: bool('Whether anything stands on the block list', (j: Judged) => j.listed('block').length > 0),
  watched: bool('Whether anything stands on the watch list', (j: Judged) => j.listed('watch').length > 0),
  allowedTypes: strings('What matched the allow list', (j: Judged) => j.listed('allow')),
  blockedTypes: strings('What matched the block list', (j: Judged) => j.listed('block')),
  watchedTypes: strings('What matched the watch list', (j: Judged) => j.listed('watch')),
  counterpartyBlocked: bool('Whether the recipient is blocked', (j: Judged) => j.counterpartyListed('block')),
  counterpartyWatched: bool('Whether the recipient is watched', (j: Judged) => j.counterpartyListed('watch')),
};

const LINKS = {
  accountsOnDevice: int('Accounts on the device in 30 days, this one included', (j: Judged) =>
    j.accountsOn('device'),
  ),
  accountsOnIp: int('Accounts at the address in 30 days, this one included', (j: Judged) =>
    j.accountsOn('ip'),
  ),
  accountsOnInstrument: int('Accounts that used the instrument in 30 days, this one included', (j: Judged) =>
    j.accountsOn('instrument'),
  ),
  accountsOnPayout: int('Accounts paid out to the destination in 30 days, this one included', (j: Judged) =>
    j.accountsOn('payout'),
  ),
  score: int(
    'How suspicious the account is by its links, 0–1000',
    (j: Judged) => j.input.account.links.score,
  ),
  ringScore: int(
    'The highest score of the rings it belongs to, 0–1000; dismissed rings left out',
    (j: Judged) => j.input.account.links.ringScore,
  ),
  ringConfirmed: bool(
    'Whether a person confirmed one of its rings',
    (j: Judged) => j.input.account.links.ringConfirmed,
  ),
  inCycle: bool('Whether value went from it round to it again', (j: Judged) => j.input.account.links.inCycle),
  communitySize: int(
    'Accounts tied to it by what few share, itself included',
    (j: Judged) => j.input.account.links.communitySize,
  ),
  linkedToSuspended: int(
    'Suspended accounts among those tied to it',
    (j: Judged) => j.input.account.links.linkedToSuspended,
  ),
  counterpartyRingScore: int(
    'The highest score of the rings the recipient belongs to',
    (j: Judged) => j.counterparty?.links.ringScore ?? 0,
  ),
};

const usedPercent = (rooms: readonly LimitRoom[], measure?: LimitMeasure): number => {
  let highest = 0;
  for (const room of rooms) {
    if (measure !== undefined && room.measure !== measure) continue;
    const used = room.limit === 0n ? 100 : Number((room.used * 100n) / room.limit);
    if (used > highest) highest = used;
  }
  return highest;
};
const NEAR_LIMIT_PERCENT = 90;

const LIMITS = {
  usedPercent: int('Share of the tightest limit that is used', (j: Judged) => usedPercent(j.input.limits())),
  purchaseUsedPercent: int('The same for money spent', (j: Judged) =>
    usedPercent(j.input.limits(), 'purchase_money'),
  ),
  coinsUsedPercent: int('The same for coins spent', (j: Judged) =>
    usedPercent(j.input.limits(), 'coins_spent'),
  ),
  near: bool(
    'Whether a limit is used to 90 % or more',
    (j: Judged) => usedPercent(j.input.limits()) >= NEAR_LIMIT_PERCENT,
  ),
};

const of = (type: string, description: string) => ({ type, description, from: (j: Judged) => j });

export const RULE_CONTEXT = {
  tx: group(of('Transaction', 'The transaction under judgement'), TX),
  account: group(of('Account', 'Who acts'), ACCOUNT_CONTEXT),
  counterparty: group(of('Counterparty', 'Who receives a gift'), COUNTERPARTY),
  device: group(of('Device', 'Where it comes from'), DEVICE),
  payment: group(of('Payment', 'How a purchase is paid'), PAYMENT),
  velocity: group(
    of('Velocity', 'What the entities did lately, this transaction left out'),
    VELOCITY_CONTEXT,
  ),
  lists: group(of('Lists', 'What stands on a list'), LISTS),
  links: group(of('Links', 'What ties accounts to each other'), LINKS),
  content: group(of('Content', 'What giver and recipient have written'), CONTENT_CONTEXT),
  security: group(of('Security', 'Sign-ins, devices, places and proofs of the account'), SECURITY_CONTEXT),
  limits: group(of('Limits', 'How much of the spending limits is used'), LIMITS),
} satisfies FactFields<Judged>;

/** What rules read, as TypeScript sees it. */
export type RuleContext = ViewOf<typeof RULE_CONTEXT>;

const Root = viewClass<Judged>('RuleContext', RULE_CONTEXT);

/** The context of one transaction. Building it is free; each fact is found when a rule reads it. */
export const contextOf = (judged: Judged): RuleContext => new Root(judged) as object as RuleContext;

export const ruleContext = (input: RuleInput): RuleContext => contextOf(new Judged(input));
