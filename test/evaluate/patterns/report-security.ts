import type { Pattern } from '@coinwarden/simulator';
import { SIMULATED_SHOP } from '../simulated-shop.js';
import type { EconomySize } from './play-economy.js';
import { type ScoredAccount, type ScoredEconomy, scoreSecurity } from './security-scores.js';

const START = Date.UTC(2026, 0, 5);
const THRESHOLDS = [300, 400, 500, 600, 700, 800, 900];
const COINS = new Map(SIMULATED_SHOP.gifts.map(({ giftId, coins }) => [giftId, coins]));

interface Question {
  readonly pattern: Pattern;
  readonly scoreOf: (account: ScoredAccount) => number;
}

const QUESTIONS: readonly Question[] = [
  { pattern: 'account_takeover', scoreOf: ({ takeover }) => takeover },
  { pattern: 'card_testing', scoreOf: ({ cardTesting }) => cardTesting },
];

/** Precision and recall per account of both scores, several economies together, from each threshold on. */
export function reportSecurity(sizes: readonly EconomySize[]): void {
  const economies = sizes.map((size) =>
    scoreSecurity({ ...size, catalogue: SIMULATED_SHOP, startAt: START }, COINS),
  );
  for (const question of QUESTIONS) {
    console.log(`${question.pattern}: accounts by their highest score`);
    console.table(Object.fromEntries(THRESHOLDS.map((from) => [from, rowOf(economies, question, from)])));
  }
}

function rowOf(economies: readonly ScoredEconomy[], { pattern, scoreOf }: Question, from: number) {
  let labelled = 0;
  let found = 0;
  let right = 0;
  let otherFraud = 0;
  for (const economy of economies) {
    const wanted = economy.labelled.get(pattern) ?? new Set<string>();
    const fraud = new Set([...economy.labelled.values()].flatMap((ids) => [...ids]));
    const pointed = economy.accounts.filter((account) => scoreOf(account) >= from);
    labelled += wanted.size;
    found += pointed.length;
    right += pointed.filter(({ accountId }) => wanted.has(accountId)).length;
    otherFraud += pointed.filter(({ accountId }) => fraud.has(accountId) && !wanted.has(accountId)).length;
  }
  return {
    found,
    right,
    'other fraud': otherFraud,
    honest: found - right - otherFraud,
    precision: (found === 0 ? 0 : right / found).toFixed(3),
    recall: (labelled === 0 ? 0 : right / labelled).toFixed(3),
  };
}
