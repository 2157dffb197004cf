import type { Queryable } from '../../../platform/database/sql.js';
import { type Behaviour, behaviour, type Operation } from '../behaviour.js';

export interface OrderedBehaviour {
  readonly operation: Operation;
  /** Only calls about this payment; null: any. */
  readonly reference: string | null;
  readonly behaviour: Behaviour;
  readonly calls: number;
}

export const orderBehaviour = (db: Queryable, order: OrderedBehaviour): Promise<unknown> =>
  db.query(
    `INSERT INTO sandbox.behaviours (operation, reference, behaviour, calls_left) VALUES ($1, $2, $3, $4)`,
    [order.operation, order.reference, JSON.stringify(order.behaviour), order.calls],
  );

/** Takes the oldest one that fits. In a transaction of its own: a call that then fails has used it up all the same. */
export async function takeBehaviour(
  tx: Queryable,
  { operation, reference }: { operation: Operation; reference: string | null },
): Promise<Behaviour | null> {
  const [row] = await tx.query<{ behaviour_id: bigint; behaviour: unknown; calls_left: number }>(
    `SELECT behaviour_id, behaviour, calls_left FROM sandbox.behaviours
     WHERE operation IN ($1, 'any') AND (reference IS NULL OR reference = $2)
     ORDER BY behaviour_id LIMIT 1 FOR UPDATE`,
    [operation, reference],
  );
  if (!row) return null;
  const text =
    row.calls_left > 1
      ? 'UPDATE sandbox.behaviours SET calls_left = calls_left - 1 WHERE behaviour_id = $1'
      : 'DELETE FROM sandbox.behaviours WHERE behaviour_id = $1';
  await tx.query(text, [row.behaviour_id]);
  return behaviour.parse(row.behaviour);
}

export const forgetBehaviours = (db: Queryable): Promise<unknown> =>
  db.query('DELETE FROM sandbox.behaviours');
