import type { CaseOrigin, CaseStatus } from './case.js';
import { type CaseQueue, isRetired } from './queue.js';

/**
 * A queue that is retired takes nothing any more, and what waits in it goes to another. It stays known by its name, because
 * decided cases keep the queue they were decided in. Nothing is lost on the way: every case that waits is moved, or merged
 * into the one case of its account that gathers there, or named as what keeps the queue from being retired.
 */
export type RetireRefusal = 'retired' | 'last' | 'into_itself' | 'into_unknown' | 'into_retired';

/** In precedence order: it is retired already; no other would take what is left; and where its cases are to go. */
export function refuseRetiring(
  queues: readonly CaseQueue[],
  { queue, into }: { queue: CaseQueue; into: string },
): RetireRefusal | null {
  const living = queues.filter((one) => !isRetired(one));
  if (isRetired(queue)) return 'retired';
  if (living.at(-1)?.queueId === queue.queueId) return 'last';
  if (into === queue.queueId) return 'into_itself';
  const target = queues.find(({ queueId }) => queueId === into);
  if (!target) return 'into_unknown';
  return isRetired(target) ? 'into_retired' : null;
}

/** The queue that works what belongs to this one: itself, or whatever it was retired into. */
export function livingQueue(queues: readonly CaseQueue[], queueId: string): CaseQueue {
  let found = queues.find((queue) => queue.queueId === queueId);
  while (found && isRetired(found)) {
    const { retiredInto } = found;
    found = queues.find((queue) => queue.queueId === retiredInto);
  }
  if (!found) throw new Error(`queue ${queueId} leads to no queue that is worked`);
  return found;
}

/** A case on its way, or one that gathers where it goes. */
export interface ReroutedCase {
  readonly caseId: string;
  readonly accountId: string;
  readonly status: CaseStatus;
  readonly origin: CaseOrigin;
  /** Somebody has it claimed now. */
  readonly held: boolean;
}

export interface Rerouting {
  readonly moved: readonly string[];
  /** To be done before anything is moved. */
  readonly merged: readonly { readonly from: string; readonly into: string }[];
  /** Somebody works on one of the two, or a decision waits for a second person in both. */
  readonly stuck: readonly string[];
}

/**
 * `there` are the cases that gather in the other queue: at most one of each account. A proposed decision is never merged
 * away; the other case goes into its.
 */
export function planRerouting(waiting: readonly ReroutedCase[], there: readonly ReroutedCase[]): Rerouting {
  const gathering = new Map(there.map((one) => [one.accountId, one]));
  const moved: string[] = [];
  const merged: { from: string; into: string }[] = [];
  const stuck: string[] = [];
  for (const { caseId, accountId, status, origin, held } of waiting) {
    const gathers = origin === 'review' && status !== 'appealed';
    const other = gathers ? gathering.get(accountId) : undefined;
    if (other === undefined) moved.push(caseId);
    else if (held || other.held) stuck.push(caseId);
    else if (status !== 'second_look') merged.push({ from: caseId, into: other.caseId });
    else if (other.status === 'second_look') stuck.push(caseId);
    else {
      merged.push({ from: other.caseId, into: caseId });
      moved.push(caseId);
    }
  }
  return { moved, merged, stuck };
}
