import {
  afterCaseStep,
  agreementOf,
  CASE_ACTIONS,
  CASE_MACHINE,
  CASE_ORIGINS,
  CASE_STATUSES,
  CASE_VERDICTS,
  type CaseMove,
  type CaseStatus,
  type CaseStep,
  caseActionsFor,
  contradiction,
  DEFAULT_CASE_MACROS,
  DEFAULT_CASE_POLICIES,
  isSampled,
  needsSecondLook,
  permissionsOf,
  ROLE_KEYS,
  refuseCaseAction,
  unreachableStates,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const people = ['ada', 'bob'];
const subjects = fc.record({
  status: fc.constantFrom(...CASE_STATUSES),
  origin: fc.constantFrom(...CASE_ORIGINS),
  lease: fc.option(
    fc.record({ staffId: fc.constantFrom(...people), until: fc.integer({ min: 0, max: 200 }) }),
  ),
  barred: fc.subarray(people),
  appealable: fc.boolean(),
});
const actors = fc.record({
  id: fc.constantFrom(...people),
  permissions: fc.constantFrom(...ROLE_KEYS).map(permissionsOf),
});
const NOW = 100;

describe('the machine of cases', () => {
  test('reaches every status', () => {
    expect(unreachableStates(CASE_MACHINE, CASE_STATUSES)).toEqual([]);
  });

  test('lets nobody act on what somebody else holds, but for notes and leads', () => {
    fc.assert(
      fc.property(subjects, actors, (subject, actor) => {
        const { lease } = subject;
        fc.pre(lease !== null && lease.until > NOW && lease.staffId !== actor.id);
        const open = caseActionsFor(actor, subject, NOW);
        const beside = actor.permissions.has('case.lead') ? ['note', 'assign', 'release'] : ['note'];
        expect(open.filter((action) => !beside.includes(action))).toEqual([]);
      }),
    );
  });

  test('takes a lease that ran out for none', () => {
    fc.assert(
      fc.property(subjects, actors, (subject, actor) => {
        fc.pre(subject.lease !== null && subject.lease.until <= NOW);
        const open = caseActionsFor(actor, subject, NOW);
        expect(open).toEqual(caseActionsFor(actor, { ...subject, lease: null }, NOW));
      }),
    );
  });

  test('never lets a person judge what they had a part in', () => {
    fc.assert(
      fc.property(subjects, actors, (subject, actor) => {
        const open = caseActionsFor(actor, { ...subject, barred: [actor.id] }, NOW);
        for (const action of ['decide', 'confirm', 'send_back', 'grant', 'deny', 'claim'] as const)
          expect(open).not.toContain(action);
      }),
    );
  });

  test('keeps escalations and appeals for leads, and samples to looking and deciding', () => {
    fc.assert(
      fc.property(subjects, actors, (subject, actor) => {
        const open = caseActionsFor(actor, subject, NOW);
        if (!actor.permissions.has('case.lead') && ['escalated', 'appealed'].includes(subject.status))
          expect(open.filter((action) => ['claim', 'decide', 'grant', 'deny'].includes(action))).toEqual([]);
        if (subject.origin === 'sample')
          expect(open.filter((one) => !['claim', 'release', 'decide', 'note'].includes(one))).toEqual([]);
        for (const action of CASE_ACTIONS)
          expect(open.includes(action)).toBe(refuseCaseAction(action, { actor, subject, now: NOW }) === null);
      }),
    );
  });
});

test('what was escalated is never open to everybody again before it is decided or ends', () => {
  const steps = Object.keys(CASE_MACHINE.transitions) as (CaseMove | CaseStep)[];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), (tried) => {
      let at: { status: CaseStatus; escalated: boolean } = { status: 'open', escalated: false };
      let forLeads = false;
      for (const step of tried) {
        const from: readonly CaseStatus[] = CASE_MACHINE.transitions[step].from;
        if (!from.includes(at.status)) continue;
        at = afterCaseStep(step, at.escalated);
        if (step === 'escalate') forLeads = true;
        if (['decided', 'closed', 'merged'].includes(at.status)) forLeads = false;
        expect(at.escalated).toBe(forLeads);
        if (forLeads) expect(at.status).not.toBe('open');
        else expect(at.status).not.toBe('escalated');
      }
    }),
  );
});

describe('agreement', () => {
  const verdicts = fc.constantFrom(...CASE_VERDICTS);
  test('is what Cohen defined', () => {
    // His definition on a two-by-two table: 20 yes–yes, 5 yes–no, 10 no–yes, 15 no–no gives 0.4.
    const times = (n: number, first: 'confirmed' | 'cleared', second: 'confirmed' | 'cleared') =>
      Array.from({ length: n }, () => ({ first, second }));
    const pairs = [
      ...times(20, 'confirmed', 'confirmed'),
      ...times(5, 'confirmed', 'cleared'),
      ...times(10, 'cleared', 'confirmed'),
      ...times(15, 'cleared', 'cleared'),
    ];
    expect(agreementOf(pairs)).toMatchObject({ pairs: 50, agreed: 35, raw: 0.7 });
    expect(agreementOf(pairs).kappa).toBeCloseTo(0.4);
  });

  test('does not depend on who was first, and is one exactly when all agree', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ first: verdicts, second: verdicts })), (pairs) => {
        const there = agreementOf(pairs);
        const back = agreementOf(pairs.map(({ first, second }) => ({ first: second, second: first })));
        expect(back.raw).toBe(there.raw);
        if (there.kappa === null) {
          expect(back.kappa).toBeNull();
          return;
        }
        expect(back.kappa).toBeCloseTo(there.kappa);
        expect(there.kappa).toBeLessThanOrEqual(1);
        expect(there.kappa).toBeGreaterThanOrEqual(-1);
        expect(there.kappa === 1).toBe(there.agreed === there.pairs);
      }),
    );
  });

  test('says nothing without pairs, or when only one thing was ever found', () => {
    expect(agreementOf([])).toEqual({ pairs: 0, agreed: 0, raw: null, kappa: null });
    expect(agreementOf([{ first: 'cleared', second: 'cleared' }])).toMatchObject({ raw: 1, kappa: null });
  });
});

test('about as many decisions are sampled as asked for, the same ones every time', () => {
  const decisions = Array.from({ length: 20_000 }, (_, i) => ({ caseId: `case-${i}`, decisionNo: 1 }));
  const sampled = decisions.filter((decision) => isSampled(decision, 50));
  expect(sampled.length).toBeGreaterThan(800);
  expect(sampled.length).toBeLessThan(1_200);
  expect(decisions.filter((decision) => isSampled(decision, 50))).toEqual(sampled);
  expect(decisions.some((decision) => isSampled(decision, 0))).toBe(false);
  expect(decisions.every((decision) => isSampled(decision, 1_000))).toBe(true);
});

test('a second look is for money or exclusion above the threshold of the queue', () => {
  const queue = { secondLookUsdMinor: 1_000n };
  const at = (type: 'refund' | 'restrict_account' | 'suspend_account', valueUsdMinor: bigint) =>
    needsSecondLook(queue, {
      measures: [type === 'refund' ? { type, reason: 'x' } : { type }],
      valueUsdMinor,
    });
  expect(at('refund', 1_000n)).toBe(true);
  expect(at('refund', 999n)).toBe(false);
  expect(at('suspend_account', 1_000n)).toBe(true);
  expect(at('restrict_account', 1_000_000n)).toBe(false);
  expect(
    needsSecondLook(
      { secondLookUsdMinor: null },
      { measures: [{ type: 'release_holds' }], valueUsdMinor: 10n ** 9n },
    ),
  ).toBe(false);
});

test('the macros of a new installation can be used', () => {
  for (const { macroId, policy, verdict, measures } of DEFAULT_CASE_MACROS) {
    const found = DEFAULT_CASE_POLICIES.find(({ code }) => code === policy);
    expect([macroId, found?.verdicts]).toEqual([macroId, expect.arrayContaining([verdict])]);
    expect([macroId, contradiction(measures)]).toEqual([macroId, null]);
  }
});
