import { classify, DAY, decisiveLabel, type Label, silenceOf } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';

const NOW = Date.UTC(2026, 5, 1);
const said = (source: Label['source'], fraud: boolean, at = NOW): Label => ({
  transactionId: 't',
  source,
  fraud,
  at,
});
const RULES = { maturityDays: 30, asOf: NOW };
const purchase = {
  kind: 'purchase',
  outcome: 'approve',
  status: 'posted',
  decidedAt: NOW - 40 * DAY,
} as const;

describe('what is believed of what was said', () => {
  it.each([
    ['nothing', [], null],
    ['a bank over a person', [said('review', false), said('dispute', true)], true],
    ['a case over a refund', [said('refund', true), said('case', false)], false],
    ['the later of two from one source', [said('case', true, 2), said('case', false, 3)], false],
    ['whatever the order', [said('case', false, 3), said('case', true, 2)], false],
  ])('%s', (_, labels, fraud) => {
    expect(decisiveLabel(labels)?.fraud ?? null).toBe(fraud);
  });
});

describe('what silence says', () => {
  it.each([
    ['a purchase old enough to have been complained about', purchase, null, 'presumed_good'],
    ['a young purchase', { ...purchase, decidedAt: NOW - DAY }, 'immature', 'unknown'],
    ['a declined purchase', { ...purchase, outcome: 'decline', status: 'declined' }, 'stopped', 'unknown'],
    ['one that is still held', { ...purchase, outcome: 'review', status: 'held' }, 'stopped', 'unknown'],
    ['a gift, which nobody disputes', { ...purchase, kind: 'gift' }, 'unheard', 'unknown'],
  ] as const)('%s', (_, tx, silence, label) => {
    expect(silenceOf(tx, RULES)).toBe(silence);
    expect(classify(tx, [], RULES)).toBe(label);
    expect(classify(tx, [said('review', true)], RULES)).toBe('fraud');
  });
});
