/**
 * Velocity of everything history touches, worked out again in bounded memory. What was not used lately is handed out to be
 * kept elsewhere, and what nothing happened to for 30 days is forgotten, because it reads as empty anyway.
 */

import type { Transaction } from '../decisions/transaction.js';
import type { Instant } from '../kernel/time.js';
import { type VelocityStates, velocityKeysOf } from '../risk/velocity-entities.js';
import { emptyVelocity, KEEP_SLOTS, SLOT, type VelocityState } from '../risk/velocity-state.js';

const accountKey = (accountId: string): string => `account:${accountId}`;

/** The keys of every entity a transaction is seen with, accounts included. */
export function entitiesOf(tx: Transaction): string[] {
  const keys = Object.values(velocityKeysOf(tx)) as string[];
  keys.push(accountKey(tx.accountId));
  if (tx.kind === 'gift') keys.push(accountKey(tx.recipientId));
  return keys;
}

export class VelocityMemory {
  /** Used since the last change of generations, and before. */
  #young = new Map<string, VelocityState>();
  #old = new Map<string, VelocityState>();

  /** At most about twice as many entities stay in memory. */
  constructor(readonly generationSize: number) {}

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  has(key: string): boolean {
    return this.#young.has(key) || this.#old.has(key);
  }

  /** Puts back what was handed out. */
  restore(key: string, state: VelocityState): void {
    this.#young.set(key, state);
  }

  statesOf(tx: Transaction): VelocityStates {
    const keys = velocityKeysOf(tx);
    const of = (key: string | undefined) => (key === undefined ? undefined : this.#get(key));
    return {
      account: this.#get(accountKey(tx.accountId)),
      counterparty: tx.kind === 'gift' ? this.#get(accountKey(tx.recipientId)) : undefined,
      device: of(keys.device),
      ip: of(keys.ip),
      instrument: of(keys.instrument),
      pair: of(keys.pair),
      payout: of(keys.payout),
    };
  }

  /** What has to leave memory by now, of that what is still worth keeping; null while there is room. */
  handOut(now: Instant): ReadonlyMap<string, VelocityState> | null {
    if (this.#young.size < this.generationSize) return null;
    const oldest = Math.floor(now / SLOT) - KEEP_SLOTS;
    const out = new Map<string, VelocityState>();
    for (const [key, state] of this.#old) if (state.newest >= oldest) out.set(key, state);
    this.#old = this.#young;
    this.#young = new Map();
    return out;
  }

  #get(key: string): VelocityState {
    const young = this.#young.get(key);
    if (young) return young;
    const state = this.#old.get(key) ?? emptyVelocity();
    this.#old.delete(key);
    this.#young.set(key, state);
    return state;
  }
}
