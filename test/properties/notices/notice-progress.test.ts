import {
  afterTry,
  answerConsumption,
  consumedMilliPercent,
  MAX_NOTICE_FAILURES,
  NOTICE_MACHINE,
  NOTICE_REASON_CODES,
  NOTICE_STATES,
  type NoticeOutcome,
  noticeReason,
  unreachableStates,
  WAIT_AT_MOST,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const no = noticeReason('internal');
const notYet = noticeReason('purchase_unknown');
const failed: NoticeOutcome = { kind: 'failed', reason: no };
const waiting: NoticeOutcome = { kind: 'waiting', reason: notYet };
const at = { now: 1_000_000, random: 0.5 };

describe('a notice', () => {
  it('that fails comes again ever later, and ends as a dead letter with its reason', () => {
    const pauses: number[] = [];
    for (let failures = 0; failures < MAX_NOTICE_FAILURES - 1; failures++) {
      const progress = afterTry({ failures, waits: 0, receivedAt: 0 }, failed, at);
      expect(progress).toMatchObject({ state: 'failed', reason: no });
      pauses.push(progress.nextAttemptAt! - at.now);
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    const last = { failures: MAX_NOTICE_FAILURES - 1, waits: 3, receivedAt: 0 };
    expect(afterTry(last, failed, at)).toEqual({ state: 'dead_letter', nextAttemptAt: null, reason: no });
  });

  it('waits however often it is tried, until nobody will decide its purchase any more', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(WAIT_AT_MOST - 1), (waits, age) => {
        const progress = afterTry({ failures: 8, waits, receivedAt: at.now - age }, waiting, at);
        expect(progress.state).toBe('waiting');
        expect(progress.nextAttemptAt! - at.now).toBeLessThanOrEqual(6 * 3_600_000 * 1.2);
      }),
    );
    const old = { failures: 0, waits: 200, receivedAt: at.now - WAIT_AT_MOST };
    expect(afterTry(old, waiting, at)).toMatchObject({ state: 'dead_letter', reason: notYet });
  });

  it('that is applied is done; one that cannot be helped is a dead letter at once', () => {
    const fresh = { failures: 0, waits: 0, receivedAt: at.now };
    expect(afterTry(fresh, { kind: 'applied' }, at).state).toBe('processed');
    expect(afterTry(fresh, { kind: 'refused', reason: no }, at).state).toBe('dead_letter');
  });

  it('can be replayed from every state it rests in', () => {
    const resting = NOTICE_STATES.filter((state) => state !== 'received' && state !== 'processing');
    expect([...NOTICE_MACHINE.transitions.replay.from].sort()).toEqual([...resting].sort());
    expect(unreachableStates(NOTICE_MACHINE, ['received'])).toEqual([]);
  });
});

describe('why a notice is not done', () => {
  it('is one sentence with the values it names', () => {
    expect(noticeReason('purchase_over', { status: 'voided' })).toEqual({
      code: 'purchase_over',
      message: 'The payment was taken although the purchase is voided: its money has to go back.',
      values: { status: 'voided' },
    });
    const odd = noticeReason('malformed', { detail: `\u0000\ud800${'x'.repeat(1_000)}` });
    expect(odd.message).toBe(`It cannot be read: \u0020\ufffd${'x'.repeat(448)}`);
    for (const code of NOTICE_REASON_CODES) expect(noticeReason(code).message).not.toContain('%{');
  });
});

describe('what a store is told of a purchase', () => {
  const facts = { grantedCoins: 700n, unspentCoins: 700n, delivered: true, accountStatus: 'active' } as const;

  it('is between nothing and all, nothing exactly when nothing is spent, and grows with what is spent', () => {
    const coins = fc
      .bigInt(1n, 10n ** 12n)
      .chain((granted) => fc.tuple(fc.constant(granted), fc.bigInt(0n, granted)));
    fc.assert(
      fc.property(coins, ([grantedCoins, unspentCoins]) => {
        const consumed = consumedMilliPercent({ ...facts, grantedCoins, unspentCoins });
        expect(consumed).toBeGreaterThanOrEqual(0);
        expect(consumed).toBeLessThanOrEqual(100_000);
        expect(consumed === 0).toBe(unspentCoins === grantedCoins);
        if (unspentCoins > 0n)
          expect(
            consumedMilliPercent({ ...facts, grantedCoins, unspentCoins: unspentCoins - 1n }),
          ).toBeGreaterThanOrEqual(consumed);
      }),
    );
  });

  it.each([
    [{}, 0, 'grant'],
    [{ unspentCoins: 350n }, 50_000, 'grant_rest'],
    [{ unspentCoins: 70n }, 90_000, 'decline'],
    [{ unspentCoins: 0n }, 100_000, 'decline'],
    [{ accountStatus: 'suspended' as const }, 0, 'decline'],
    [{ delivered: false, unspentCoins: 0n }, 0, 'grant'],
  ])('%j', (changes, consumedMilliPercent, preference) => {
    expect(answerConsumption({ ...facts, ...changes })).toMatchObject({ consumedMilliPercent, preference });
  });
});
