/**
 * Velocity of everything history touches, worked out again in bounded memory. What was not used lately is handed out to be
 * kept elsewhere, and what nothing happened to for 30 days is forgotten, because it reads as empty anyway.
 */

import type { Transaction } from '../decisions/transaction.js';
import type { Instant } from '../kernel/time.js';
import { VELOCITY_ENTITIES, type VelocityStates, velocityIdsOf } from '../risk/velocity-entities.js';
import { emptyVelocity, KEEP_SLOTS, SLOT, type VelocityState } from '../risk/velocity-state.js';

/** Whose velocity it is; ids of one kind never meet those of another. */
const KINDS = ['account', 'device', 'ip', 'instrument', 'pair', 'payout'] as const;
type Kind = (typeof KINDS)[number];

/** An entity as it is kept elsewhere: its kind, then its id. */
const entityKey = (kind: Kind, id: string): string => `${kind} ${id}`;

type Generation = Readonly<Record<Kind, Map<string, VelocityState>>>;

const newGeneration = (): Generation =>
  Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as unknown as Generation;

export class VelocityMemory {
  /** Used since the last change of generations, and before. */
  #young = newGeneration();
  #old = newGeneration();
  #youngSize = 0;

  /** At most about twice as many entities stay in memory. */
  constructor(readonly generationSize: number) {}

  /** Of all entities that a transaction is seen with, those that are not in memory. */
  missing(tx: Transaction): string[] {
    const missing: string[] = [];
    const ask = (kind: Kind, id: string | undefined) => {
      if (id !== undefined && !this.#young[kind].has(id) && !this.#old[kind].has(id))
        missing.push(entityKey(kind, id));
    };
    ask('account', tx.accountId);
    if (tx.kind === 'gift') ask('account', tx.recipientId);
    const ids = velocityIdsOf(tx);
    for (const kind of VELOCITY_ENTITIES) ask(kind, ids[kind]);
    return missing;
  }

  /** Puts back what was handed out. */
  restore(entity: string, state: VelocityState): void {
    const space = entity.indexOf(' ');
    this.#young[entity.slice(0, space) as Kind].set(entity.slice(space + 1), state);
    this.#youngSize += 1;
  }

  statesOf(tx: Transaction): VelocityStates {
    const ids = velocityIdsOf(tx);
    return {
      account: this.#get('account', tx.accountId),
      counterparty: tx.kind === 'gift' ? this.#get('account', tx.recipientId) : undefined,
      device: this.#find('device', ids.device),
      ip: this.#find('ip', ids.ip),
      instrument: this.#find('instrument', ids.instrument),
      pair: this.#find('pair', ids.pair),
      payout: this.#find('payout', ids.payout),
    };
  }

  /** What has to leave memory by now, of that what is still worth keeping; null while there is room. */
  handOut(now: Instant): ReadonlyMap<string, VelocityState> | null {
    if (this.#youngSize < this.generationSize) return null;
    const oldest = Math.floor(now / SLOT) - KEEP_SLOTS;
    const out = new Map<string, VelocityState>();
    for (const kind of KINDS) {
      for (const [id, state] of this.#old[kind])
        if (state.newest >= oldest) out.set(entityKey(kind, id), state);
    }
    this.#old = this.#young;
    this.#young = newGeneration();
    this.#youngSize = 0;
    return out;
  }

  #find(kind: Kind, id: string | undefined): VelocityState | undefined {
    return id === undefined ? undefined : this.#get(kind, id);
  }

  #get(kind: Kind, id: string): VelocityState {
    const young = this.#young[kind].get(id);
    if (young) return young;
    const state = this.#old[kind].get(id) ?? emptyVelocity();
    this.#old[kind].delete(id);
    this.#young[kind].set(id, state);
    this.#youngSize += 1;
    return state;
  }
}
