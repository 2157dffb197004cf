import type {
  AccountProvenance,
  FlowStage,
  ProvenanceBackward,
  ProvenanceForward,
  TransactionProvenance,
} from '@coinwarden/contracts';
import { expect } from '@jest/globals';
import type { Economy } from './economy.js';

/** Asks for the provenance of a transaction; whatever is answered has to add up. */
export async function provenanceOf(
  economy: Economy,
  transactionId: string,
  limit = 50,
): Promise<TransactionProvenance> {
  const path = `/v1/transactions/${transactionId}/provenance?limit=${limit}`;
  const answer = (await economy.asPlatform.get(path).expect(200)).body as TransactionProvenance;
  if (answer.forward) expectWholeForward(answer.forward);
  if (answer.backward) expectWholeBackward(answer.backward);
  return answer;
}

export async function forwardOf(economy: Economy, transactionId: string, limit?: number) {
  const { forward } = await provenanceOf(economy, transactionId, limit);
  if (!forward) throw new Error('nothing forward');
  return forward;
}

export async function backwardOf(economy: Economy, transactionId: string, limit?: number) {
  const { backward } = await provenanceOf(economy, transactionId, limit);
  if (!backward) throw new Error('nothing backward');
  return backward;
}

/** What stands behind the diamonds of an account. */
export async function behindBalance(economy: Economy, accountId: string): Promise<ProvenanceBackward> {
  const answer = await economy.asPlatform.get(`/v1/accounts/${accountId}/provenance`).expect(200);
  const { backward } = answer.body as AccountProvenance;
  expectWholeBackward(backward);
  const { diamonds } = await economy.wallet(accountId);
  expect(backward.total).toBe(diamonds.available + diamonds.held);
  return backward;
}

/** The fates that anything has. */
export const some = <Fates extends object>(fates: Fates): Partial<Fates> =>
  Object.fromEntries(Object.entries(fates).filter(([, amount]) => amount > 0)) as Partial<Fates>;

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const sumOf = (fates: object) => sum(Object.values(fates) as number[]);

/** Granted = Σ of all leaves, at every step of the way. */
function expectWholeForward({ lots, direct, onward, purchase }: ProvenanceForward): void {
  expect(sum(lots.map((lot) => lot.granted))).toBe(direct.coins);
  for (const lot of lots) expect(sumOf(lot.fates)).toBe(lot.granted);
  const credited = lots.filter((lot) => lot.origin === 'purchase');
  if (purchase) expect(sum(credited.map((lot) => lot.granted))).toBe(purchase.coins);
  expectWholeStage(direct);
  if (onward) expectWholeStage(onward);
}

function expectWholeStage({ coins, fates, diamonds, creators, gifts, uses, cashOuts }: FlowStage): void {
  expect(sumOf(fates)).toBe(coins);
  expect(sumOf(diamonds)).toBe(fates.gifted);
  expect(sum(gifts.items.map((gift) => gift.coins)) + gifts.rest.coins).toBe(fates.gifted);
  expect(sum(creators.items.map((one) => one.coins)) + creators.rest.coins).toBe(fates.gifted);
  expect(sum(creators.items.map((one) => sumOf(one.diamonds))) + sumOf(creators.rest.diamonds)).toBe(
    fates.gifted,
  );
  for (const gift of gifts.items) expect(sumOf(gift.diamonds)).toBe(gift.coins);
  const named = fates.promoted + fates.unlocked + fates.held + fates.repaid;
  expect(sum(uses.items.map((use) => use.coins)) + uses.rest.coins).toBe(named);
  const left = sum(cashOuts.items.map((one) => one.diamonds)) + cashOuts.rest.diamonds;
  expect(left).toBe(diamonds.withdrawn + diamonds.converted);
}

function expectWholeBackward(backward: ProvenanceBackward): void {
  const { total, parts, concerns, purchases, buyers, gifts, maturity, unit } = backward;
  expect(sumOf(parts)).toBe(total);
  expect(sumOf(concerns)).toBe(parts.purchases);
  expect(sum(purchases.items.map((one) => one.amount)) + purchases.rest.amount).toBe(parts.purchases);
  expect(sum(buyers.items.map((one) => one.amount)) + buyers.rest.amount).toBe(parts.purchases);
  if (unit === 'DIAMOND') expect(sum(gifts.items.map((one) => one.amount)) + gifts.rest.amount).toBe(total);
  if (maturity) expect(sumOf(maturity)).toBe(total);
}
