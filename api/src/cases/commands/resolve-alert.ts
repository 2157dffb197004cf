import { isGathering, type NewAlert } from '@coinwarden/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { endAlert, findAlert } from '../persistence/case-alerts.store.js';
import { appendCaseEvents } from '../persistence/case-events.store.js';
import { readQueues } from '../persistence/case-queues.store.js';
import { type CaseActor, lockCase } from '../persistence/cases.store.js';
import { refreshCases } from './refresh-cases.js';

interface Resolving {
  readonly resolution: string;
  readonly actor: CaseActor;
  readonly at: number;
}

/**
 * Marks an alert as answered where it was found, in the caller's transaction: its case shows how, and closes by itself
 * when nobody is at it and nothing else is left. An alert that has ended, or was never raised, stays as it is. Call it
 * late in a transaction: it takes the lock of a case.
 */
export async function resolveAlert(
  tx: Tx,
  alert: Pick<NewAlert, 'accountId' | 'kind' | 'key'>,
  { resolution, actor, at }: Resolving,
): Promise<void> {
  const found = await findAlert(tx, alert);
  if (found === null) return;
  const record = await lockCase(tx, found.caseId);
  // A merger may have moved it, a decision may have ended it, before the lock was there.
  const here = await findAlert(tx, alert);
  if (record === null || here === null) return;
  if (here.caseId !== record.caseId) return resolveAlert(tx, alert, { resolution, actor, at });
  if (here.resolvedAt !== null) return;
  await endAlert(tx, here, { resolution, at });
  const { accountId, caseId } = record;
  const details = { kind: here.kind, key: here.key, code: here.reason.code, resolution };
  await appendCaseEvents(tx, [{ accountId, caseId, kind: 'alert_resolved', at, actor, details }]);
  if (isGathering(record.status)) await refreshCases(tx, [record], { queues: await readQueues(tx), at });
}
