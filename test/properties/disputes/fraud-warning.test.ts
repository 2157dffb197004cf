import { answerWarning, type WarnedPurchase } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';

const purchase: WarnedPurchase = {
  status: 'posted',
  capturedMinor: 999n,
  refundableMinor: 999n,
  lostMinor: 0n,
};

describe('what a fraud warning can still change', () => {
  test.each([
    ['weigh', {}, true],
    ['too_late', {}, false],
    ['weigh', { status: 'held' }, true],
    ['too_late', { status: 'held' }, false],
    ['void', { status: 'held', capturedMinor: 0n, refundableMinor: 0n }, true],
    ['void', { status: 'held', capturedMinor: 0n, refundableMinor: 0n }, false],
    ['not_charged', { status: 'voided', capturedMinor: 0n, refundableMinor: 0n }, true],
    ['not_charged', { status: 'expired', capturedMinor: 0n, refundableMinor: 0n }, true],
    ['not_charged', { status: 'declined', capturedMinor: 0n, refundableMinor: 0n }, false],
    ['paid_back', { status: 'declined' }, true],
    ['paid_back', { status: 'expired' }, true],
    ['paid_back', { refundableMinor: 0n }, true],
    ['weigh', { refundableMinor: 400n }, true],
    ['too_late', { refundableMinor: 0n, lostMinor: 999n }, true],
    ['too_late', { refundableMinor: 599n, lostMinor: 400n }, true],
  ] as const)('%s: %o, actionable %s', (answer, changes, actionable) => {
    expect(answerWarning({ ...purchase, ...changes }, actionable)).toBe(answer);
  });
});
