import { randomUUID } from 'node:crypto';
import type { ClawbackPreview, DecisionAnswer } from '@coinwarden/contracts';
import type { Claim } from '@coinwarden/domain';
import {
  PreviewSettlement,
  type SettlementResult,
  SettlePurchase,
} from '../../api/src/clawback/clawback.public.js';
import { Clock } from '../../api/src/platform/clock/clock.js';
import type { Economy } from './economy.js';

export interface Purchase {
  readonly accountId: string;
  readonly purchaseId: string;
}

export const BY_TEST = { type: 'system', id: 'test' } as const;

/** A refund claim of its own; everything can be said otherwise. */
export const claimOf = (changes: Partial<Claim> = {}): Claim => ({
  claimId: randomUUID(),
  kind: 'refund',
  cause: 'refund',
  reservedMinor: 0n,
  paidMinor: 0n,
  feeMinor: 0n,
  ...changes,
});

/** Buys 700 coins for US$ 9.99 and answers the purchase. */
export async function bought(economy: Economy, accountId: string): Promise<Purchase & DecisionAnswer> {
  const answer = await economy.buy(accountId);
  return { ...answer, accountId, purchaseId: answer.transactionId };
}

export const settle = (economy: Economy, purchase: Purchase, claim: Claim | null, expectHash?: string) =>
  economy.db.run<SettlementResult>((tx) =>
    economy.app.get(SettlePurchase, { strict: false }).run(tx, {
      purchase,
      claim,
      at: economy.app.get(Clock, { strict: false }).now(),
      actor: BY_TEST,
      ...(expectHash && { expectHash }),
    }),
  );

export const preview = (economy: Economy, purchase: Purchase, claim: Claim): Promise<ClawbackPreview> =>
  economy.app
    .get(PreviewSettlement, { strict: false })
    .run(economy.db, { purchase, claim, at: economy.app.get(Clock, { strict: false }).now() });

/** Moves the clock of the application on: it goes on running from there. */
export function passTime(economy: Economy, ms: number): void {
  const clock = economy.app.get(Clock, { strict: false });
  const now = clock.now.bind(clock);
  clock.now = () => now() + ms;
}

/** What is booked of a purchase. */
export async function bookedOf(economy: Economy, { purchaseId }: Purchase) {
  const [row] = await economy.db.query<{
    refunded: number;
    reserved: number;
    lost: number;
    excess: number;
    fee: number;
    taken: number;
  }>(
    `SELECT refunded_minor::int AS refunded, reserved_minor::int AS reserved, lost_minor::int AS lost,
            excess_minor::int AS excess, fee_minor::int AS fee, taken_coins::int AS taken
     FROM purchase_settlements WHERE purchase_id = $1`,
    [purchaseId],
  );
  return row;
}
