import type { Tx } from '../../../platform/database/unit-of-work.js';
import { addDeliveries, addEvent, countEvents, readNoticeMode } from '../books/events.store.js';
import { eventObject } from '../objects/other-objects.js';
import { sandboxId } from '../sandbox-id.js';

/** What everything in the sandbox is done within: one transaction, at one moment, for one call if it is a call. */
export interface Doing {
  readonly tx: Tx;
  readonly at: number;
  readonly idempotencyKey: string | null;
}

/** Tells of it: the event is written with what it tells, and goes out as the mode says, late and twice if it says so. */
export async function announce(
  { tx, at, idempotencyKey }: Doing,
  type: string,
  object: object,
): Promise<void> {
  const about = 'id' in object ? String(object.id) : '';
  const eventId = sandboxId('evt', type, about, await countEvents(tx));
  const body = JSON.stringify(eventObject({ eventId, type, at, object, idempotencyKey }));
  await addEvent(tx, { eventId, type, body, at });
  const { held, delayMs, spreadMs, copies } = await readNoticeMode(tx);
  const due = () => (held ? null : at + delayMs + Math.floor(Math.random() * spreadMs));
  await addDeliveries(tx, eventId, Array.from({ length: copies }, due));
}
