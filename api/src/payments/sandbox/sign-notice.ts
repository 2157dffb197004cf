import { createHmac } from 'node:crypto';
import { seconds } from './objects/seconds.js';

/** `Stripe-Signature`, by hand rather than by the library, so that the two are checked against each other. */
export function signed(body: Buffer, { secret, at }: { secret: string; at: number }): string {
  const time = seconds(at);
  const digest = createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');
  return `t=${time},v1=${digest}`;
}
