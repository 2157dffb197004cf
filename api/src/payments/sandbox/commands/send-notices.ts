import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Delivery, leaseDeliveries, markDelivered, postponeDelivery } from '../books/events.store.js';
import { signed } from '../sign-notice.js';

/** Takes a signed body to where notices go; answers whether it was taken there. */
export type Carrier = (notice: { readonly body: Buffer; readonly signature: string }) => Promise<boolean>;

const AT_ONCE = 100;
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
    let taken = 0;
    for (;;) {
      const leased = await this.uow.run((tx) =>
        leaseDeliveries(tx, { now, leaseMs: LEASE_MS, withHeld, max: AT_ONCE }),
      );
      for (const delivery of order ? order(leased) : leased)
        if (await this.send(delivery, { carrier, secret, now })) taken++;
      if (leased.length < AT_ONCE) return taken;
    }
  }

  private async send(
    delivery: Delivery,
    { carrier, secret, now }: Pick<SendRequest, 'carrier' | 'secret' | 'now'>,
  ): Promise<boolean> {
    const body = Buffer.from(delivery.body);
    const ok = await carrier({ body, signature: signed(body, { secret, at: now }) }).catch(() => false);
    if (ok) await markDelivered(this.uow, delivery, now);
    else await postponeDelivery(this.uow, delivery, retryAt(delivery, now));
    return ok;
  }
}

const retryAt = ({ attempts }: Delivery, now: number): number =>
  attempts >= ATTEMPTS_MAX ? NEVER : now + Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LAST_RETRY_MS);
