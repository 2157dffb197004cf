import type { Carrier } from './commands/send-notices.js';

const TIMEOUT_MS = 10_000;

/** Over HTTP, as Stripe does. */
export const httpCarrier =
  (noticeUrl: string): Carrier =>
  async ({ body, signature }) => {
    const answer = await fetch(noticeUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Stripe-Signature': signature },
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    await answer.arrayBuffer();
    return answer.ok;
  };
