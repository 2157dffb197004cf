import {
  type Claim,
  type Holdings,
  NOTHING_BOOKED,
  type Settling,
  settle,
  type Wallet,
} from '@coinwarden/domain';
import type { PolicyVersion } from '../../money-back-policies/money-back-policies.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import { readClaims } from '../persistence/claims.store.js';
import { readHoldings } from '../persistence/holdings.store.js';
import type { PurchaseRecord } from '../persistence/purchases.store.js';
import { readSettlement, readTaken } from '../persistence/settlements.store.js';

export interface SettlingRequest {
  readonly purchase: PurchaseRecord;
  /** Replaces or joins the claims as they are; null settles those alone. */
  readonly claim: Claim | null;
  readonly live: PolicyVersion<'clawback'>;
  readonly locked: ReadonlyMap<string, Wallet>;
  readonly again: boolean;
  readonly at: number;
}

/** Everything a settlement is decided on, and the decision. */
export interface ReadSettling {
  readonly settling: Settling;
  readonly holdings: Holdings;
  readonly takenBefore: bigint;
  readonly paymentBooked: boolean;
  readonly request: SettlingRequest;
}

/** Reads what a settlement is decided on and decides it: the same for a preview and, under the locks, for the booking. */
export async function readSettling(db: Queryable, request: SettlingRequest): Promise<ReadSettling> {
  const { purchase, claim, live, locked, again, at } = request;
  const [claims, booked, taken, holdings] = await Promise.all([
    readClaims(db, purchase),
    readSettlement(db, purchase),
    readTaken(db, purchase),
    readHoldings(db, { purchase, locked, mayOwe: purchase.accountStatus !== 'closed', now: at }),
  ]);
  const settling = settle({
    provider: purchase.provider,
    currency: purchase.money.currency,
    capturedMinor: purchase.capturedMinor,
    claims: claim === null ? claims : [...claims.filter((one) => one.claimId !== claim.claimId), claim],
    booked: booked?.money ?? NOTHING_BOOKED,
    holdings,
    taken,
    takenUnder: booked?.takenUnder ?? null,
    policy: live.policy,
    now: at,
    again,
  });
  const counted = taken.filter((line) => line.step !== 'waived').map((line) => line.coins);
  return {
    settling,
    holdings,
    takenBefore: counted.reduce((sum, coins) => sum + coins, 0n),
    paymentBooked: booked?.paymentBooked ?? purchase.paymentBooked,
    request,
  };
}
