/** Velocity as rules read it: `velocity.<entity>.<window>.<measure>`, for every entity a transaction is seen with. */
import { type FactFields, group, int } from './fact.js';
import type { Judged } from './rule-input.js';
import type { VelocityStates } from './velocity-entities.js';
import type { VelocityReading } from './velocity-reading.js';
import type { SightingKind, VelocitySeries, VelocityWindow } from './velocity-state.js';

export interface Window {
  readonly reading: VelocityReading;
  readonly window: VelocityWindow;
}

const count = (series: VelocitySeries, description: string) =>
  int(description, (w: Window) => w.reading.count(w.window, series));
const sum = (series: VelocitySeries, description: string) =>
  int(description, (w: Window) => w.reading.sum(w.window, series));
const distinct = (kind: SightingKind, description: string) =>
  int(`${description}, up to 64`, (w: Window) => w.reading.distinct(w.window, kind));

const MEASURES = {
  purchases: count('purchases', 'Purchases that went through or are held'),
  purchaseUsdMinor: sum('purchases', 'US cents spent on them'),
  giftsSent: count('giftsSent', 'Gifts sent'),
  giftCoinsSent: sum('giftsSent', 'Coins sent as gifts'),
  giftsReceived: count('giftsReceived', 'Gifts received'),
  giftCoinsReceived: sum('giftsReceived', 'Coins received as gifts'),
  bonusCoinsReceived: sum('bonusGiftsReceived', 'Coins of kind bonus among those received'),
  videoPromotions: count('videoPromotions', 'Video promotions'),
  videoPromotionCoins: sum('videoPromotions', 'Coins spent on them'),
  unlocks: count('unlocks', 'Unlocks'),
  unlockCoins: sum('unlocks', 'Coins spent on them'),
  rewards: count('rewards', 'Rewards'),
  rewardCoins: sum('rewards', 'Coins rewarded'),
  conversions: count('conversions', 'Conversions'),
  diamondsConverted: sum('conversions', 'Diamonds converted'),
  withdrawals: count('withdrawals', 'Withdrawals'),
  diamondsWithdrawn: sum('withdrawals', 'Diamonds withdrawn'),
  declined: count('declined', 'Declined transactions, refused payments left out'),
  paymentRefusals: count('paymentRefusals', 'Purchases refused for their price or a used payment reference'),
  accounts: distinct('accounts', 'Different accounts seen'),
  instruments: distinct('instruments', 'Different payment instruments seen'),
  devices: distinct('devices', 'Different devices seen'),
  ips: distinct('ips', 'Different addresses seen'),
  recipients: distinct('recipients', 'Different recipients of gifts'),
  senders: distinct('senders', 'Different senders of gifts'),
  cardCountries: distinct('cardCountries', 'Different countries of payment instruments'),
};

const window = (name: VelocityWindow, description: string) =>
  group(
    { type: 'Window', description, from: (reading: VelocityReading) => ({ reading, window: name }) },
    MEASURES,
  );

const WINDOWS = {
  h1: window('h1', 'The last hour'),
  h24: window('h24', 'The last 24 hours'),
  d7: window('d7', 'The last 7 days'),
  d30: window('d30', 'The last 30 days'),
};

const entity = (name: keyof VelocityStates, description: string) =>
  group({ type: 'EntityVelocity', description, from: (j: Judged) => j.reading(name) }, WINDOWS);

export const VELOCITY_CONTEXT = {
  account: entity('account', 'The account that acts'),
  counterparty: entity('counterparty', 'The recipient of a gift'),
  device: entity('device', 'The device, whoever uses it'),
  ip: entity('ip', 'The address, whoever is there'),
  instrument: entity('instrument', 'The payment instrument, whoever uses it'),
  pair: entity('pair', 'This sender and this recipient together'),
  payout: entity('payout', 'The destination of a withdrawal, whoever is paid there'),
} satisfies FactFields<Judged>;
