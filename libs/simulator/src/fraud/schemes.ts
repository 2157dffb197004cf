import { accountTakeover } from './account-takeover.js';
import { bonusLaundering } from './bonus-laundering.js';
import { cardTesting } from './card-testing.js';
import { coinSeller } from './coin-seller.js';
import { freeCoinScam } from './free-coin-scam.js';
import { giftRing } from './gift-ring.js';
import { minorOverspending } from './minor-overspending.js';
import { promotionFarm } from './promotion-farm.js';
import { refundAbuse } from './refund-abuse.js';
import { rewardFarming } from './reward-farming.js';
import type { FraudScheme } from './scheme.js';
import { selfGifting } from './self-gifting.js';
import { stolenCards } from './stolen-card.js';
import { uncreditedCoins } from './uncredited-coins.js';

export const SCHEMES: readonly FraudScheme[] = [
  stolenCards,
  cardTesting,
  accountTakeover,
  giftRing,
  promotionFarm,
  refundAbuse,
  freeCoinScam,
  coinSeller,
  rewardFarming,
  minorOverspending,
  bonusLaundering,
  selfGifting,
  uncreditedCoins,
];
