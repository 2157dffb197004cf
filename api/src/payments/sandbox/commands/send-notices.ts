import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Delivery, leaseDeliveries, markDelivered, postponeDelivery } from '../books/events.store.js';
import { signed } from '../sign-notice.js';

/** Takes a signed body to where notices go; answers whether it was taken there. */
export type Carrier = (notice: { readonly body: Buffer; readonly signature: string }) => Promise<boolean>;

const AT_ONCE = 100;
const LANES = 8;
const LEASE_MS = 30_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 300_000;
/** Whoever has not taken a notice by then never will. */
const ATTEMPTS_MAX = 30;
const NEVER = Date.UTC(9999, 0);

export interface SendRequest {
  readonly carrier: Carrier;
  readonly secret: string;
  readonly now: number;
  /** Held ones as well. */
  readonly withHeld?: boolean;
  /** In another order than they were made. */
  readonly order?: (deliveries: readonly Delivery[]) => readonly Delivery[];
}

/** Sends the notices that are due, and again what was not taken. */
@Injectable()
export class SendNotices {
  constructor(private readonly uow: UnitOfWork) {}

  /** Answers how many were taken. */
  async run({ carrier, secret, now, withHeld = false, order }: SendRequest): Promise<number> {
    const send = ({ body }: Delivery): Promise<boolean> => {
      const bytes = Buffer.from(body);
      return carrier({ body: bytes, signature: signed(bytes, { secret, at: now }) }).catch(() => false);
    };
    for (let taken = 0; ; ) {
      const leased = await this.uow.run((tx) =>
        leaseDeliveries(tx, { now, leaseMs: LEASE_MS, withHeld, max: AT_ONCE }),
      );
      const results = order ? await inTurn(order(leased), send) : await sideBySide(leased, send);
      const delivered = results.flatMap(({ delivery, ok }) => (ok ? [delivery.deliveryId] : []));
      if (delivered.length > 0) await markDelivered(this.uow, delivered, now);
      for (const { delivery, ok } of results)
        if (!ok) await postponeDelivery(this.uow, delivery, retryAt(delivery, now));
      taken += delivered.length;
      if (leased.length < AT_ONCE) return taken;
    }
  }
}

interface Sent {
  readonly delivery: Delivery;
  readonly ok: boolean;
}

type Send = (delivery: Delivery) => Promise<boolean>;

async function inTurn(deliveries: readonly Delivery[], send: Send): Promise<Sent[]> {
  const results: Sent[] = [];
  for (const delivery of deliveries) results.push({ delivery, ok: await send(delivery) });
  return results;
}

/** Nobody promises an order. */
async function sideBySide(deliveries: readonly Delivery[], send: Send): Promise<Sent[]> {
  const waiting = [...deliveries];
  const results: Sent[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results.push({ delivery: next, ok: await send(next) });
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return results;
}

const retryAt = ({ attempts }: Delivery, now: number): number =>
  attempts >= ATTEMPTS_MAX ? NEVER : now + Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LAST_RETRY_MS);
