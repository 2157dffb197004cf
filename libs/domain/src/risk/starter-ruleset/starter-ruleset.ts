import type { Ruleset } from '../rule.js';
import { CASH_OUT } from './cash-out.js';
import { GIFT_RINGS } from './gift-rings.js';
import { LISTED } from './listed.js';
import { MINORS } from './minors.js';
import { NEW_ACCOUNTS } from './new-accounts.js';
import { PAYMENT_ABUSE } from './payment-abuse.js';
import { PROMOTION_ABUSE } from './promotion-abuse.js';
import { SCAMS } from './scams.js';
import { STOLEN_CARDS } from './stolen-cards.js';
import { TAKEOVER } from './takeover.js';

/**
 * The ruleset a new installation starts with. One strong sign (60) or two weak ones (40 + 40) bring a transaction before
 * a person; only lists, card testing and what adds up to far more are declined outright.
 */
export const STARTER_RULESET: Ruleset = {
  version: 1,
  reviewScore: 60,
  declineScore: 200,
  rules: [
    ...LISTED,
    ...STOLEN_CARDS,
    ...TAKEOVER,
    ...MINORS,
    ...NEW_ACCOUNTS,
    ...PROMOTION_ABUSE,
    ...GIFT_RINGS,
    ...PAYMENT_ABUSE,
    ...CASH_OUT,
    ...SCAMS,
  ],
};
