import {
  type AttemptResult,
  afterAttempt,
  DAY,
  HOUR,
  idFloor,
  idTime,
  isGivenUp,
  MAX_WEBHOOK_ATTEMPTS,
  webhookEventId,
} from '@coinwarden/domain';
import fc from 'fast-check';
import { v7 } from 'uuid';

const failure: AttemptResult = { acknowledged: false, responseStatus: 500, error: 'no', gone: false };
const success: AttemptResult = { acknowledged: true, responseStatus: 204 };
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('a webhook delivery', () => {
  it('that nobody acknowledges ends after a bounded number of ever longer waits, about a day after the first', () => {
    fc.assert(
      fc.property(fc.array(random, { minLength: 20, maxLength: 20 }), (randoms) => {
        const start = 1_000_000;
        let now = start;
        let attempts = 0;
        let lastWait = 0;
        for (const jitter of randoms) {
          const next = afterAttempt({ attempts }, failure, { now, random: jitter });
          attempts = next.attempts;
          if (next.nextAttemptAt === null) {
            expect(next.status).toBe('failed');
            break;
          }
          expect(next.status).toBe('pending');
          expect(next.nextAttemptAt - now).toBeGreaterThan(lastWait);
          lastWait = next.nextAttemptAt - now;
          now = next.nextAttemptAt;
        }
        expect(attempts).toBe(MAX_WEBHOOK_ATTEMPTS);
        expect(now - start).toBeGreaterThan(DAY);
        expect(now - start).toBeLessThan(1.5 * DAY);
      }),
    );
  });

  it('ends with the first acknowledgement, whatever came before', () => {
    fc.assert(
      fc.property(fc.nat(MAX_WEBHOOK_ATTEMPTS - 1), random, (attempts, jitter) => {
        const next = afterAttempt({ attempts }, success, { now: 0, random: jitter });
        expect(next).toEqual({ status: 'delivered', attempts: attempts + 1, nextAttemptAt: null });
      }),
    );
  });

  it('is not tried again once the receiver is gone', () => {
    const gone: AttemptResult = { acknowledged: false, responseStatus: 410, error: 'gone', gone: true };
    expect(afterAttempt({ attempts: 0 }, gone, { now: 0, random: 0 }).status).toBe('failed');
  });

  it('gives its endpoint up only after a day without any success', () => {
    expect(isGivenUp(null, 10 * DAY)).toBe(false);
    expect(isGivenUp(9 * DAY + HOUR, 10 * DAY)).toBe(false);
    expect(isGivenUp(9 * DAY, 10 * DAY)).toBe(true);
  });

  it('is sent under an id that the signature cannot confuse', () => {
    expect(webhookEventId('0198', 'transaction.approved')).toBe('evt_0198_transaction_approved');
  });
});

describe('ids ordered by time', () => {
  const instants = fc.integer({ min: 0, max: 2 ** 47 });

  it('tell the millisecond they were made in', () => {
    fc.assert(fc.property(instants, (at) => idTime(v7({ msecs: at })) === at));
  });

  it('lie in exactly the range of their time', () => {
    fc.assert(
      fc.property(instants, instants, (at, bound) => {
        expect(v7({ msecs: at }) >= idFloor(bound)).toBe(at >= bound);
      }),
    );
  });
});
