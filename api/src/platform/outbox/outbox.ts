import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../database/sql.js';
import type { Topic, Topics } from './topics.js';

const INSERT = {
  name: 'outbox-append',
  text: 'INSERT INTO outbox (outbox_id, topic, payload) VALUES ($1, $2, $3)',
};

/** Sends the announcement at once, so that a batch's travels with its commit. */
export const announce = <T extends Topic>(tx: Queryable, topic: T, payload: Topics[T]): Promise<unknown> =>
  tx.query(INSERT, [uuidv7(), topic, JSON.stringify(payload)]);

/** Announces something in the transaction that makes it true: told at least once if it commits, never if it does not. */
@Injectable()
export class Outbox {
  async append<T extends Topic>(tx: Queryable, topic: T, payload: Topics[T]): Promise<void> {
    await announce(tx, topic, payload);
  }
}
