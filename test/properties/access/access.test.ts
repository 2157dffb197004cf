import {
  ACCOUNT_LOCKOUT,
  API_KEY_SCOPES,
  CLEAR_WITH,
  countAttempt,
  decideStaffAction,
  type FailureCount,
  masked,
  mayGrant,
  PERMISSIONS,
  type Permission,
  type PersonalDetail,
  permissionsOf,
  ROLE_KEYS,
  ROLES,
  STAFF_ACTIONS,
  STAFF_MACHINE,
  STAFF_STATUSES,
  staffActionsFor,
  unreachableStates,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const details = Object.keys(CLEAR_WITH) as PersonalDetail[];
const nobody: ReadonlySet<Permission> = new Set();

describe('masking', () => {
  test.each([
    ['email', 'ada.lovelace@example.com', 'a•••@example.com'],
    ['email', 'not an address', '•••'],
    ['email', '@example.com', '•••'],
    ['ip', '203.0.113.77', '203.0.•••'],
    ['ip', '2001:db8:85a3::8a2e:370:7334', '2001:db8:•••'],
    ['ip', '::1', '::•••'],
    ['device', 'device-0123456789', '•••6789'],
    ['paymentInstrument', 'card-4242424242424242', '•••4242'],
    ['paymentInstrument', '4242', '•••'],
    ['payoutDestination', 'ada@paypal.example', 'a•••@paypal.example'],
    ['payoutDestination', 'DE89370400440532013000', '•••3000'],
  ] as const)('%s %s is shown as %s', (detail, value, shown) => {
    expect(masked(nobody, detail, value)).toBe(shown);
  });

  test('keeps what makes a person out of the value, and masking again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...details),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        (detail, value) => {
          const once = masked(nobody, detail, value);
          expect(masked(nobody, detail, once)).toBe(once);
          expect(once).toContain('•••');
        },
      ),
    );
  });

  test('shows a detail in clear to those, and only those, who hold its permission', () => {
    for (const detail of details) {
      const others = (Object.keys(PERMISSIONS) as Permission[]).filter((p) => p !== CLEAR_WITH[detail]);
      expect(masked(new Set([CLEAR_WITH[detail]]), detail, 'someone@example.com')).toBe(
        'someone@example.com',
      );
      expect(masked(new Set(others), detail, 'someone@example.com')).not.toBe('someone@example.com');
    }
    expect(masked(nobody, 'email', null)).toBeNull();
  });
});

describe('roles', () => {
  test('list each permission once, and know them all', () => {
    for (const role of ROLE_KEYS) {
      const { permissions } = ROLES[role];
      expect(new Set(permissions).size).toBe(permissions.length);
      for (const permission of permissions) expect(PERMISSIONS).toHaveProperty([permission]);
    }
  });

  test('the auditor reads everything but personal details, and changes nothing', () => {
    const reads = (Object.keys(PERMISSIONS) as Permission[]).filter(
      (p) => PERMISSIONS[p].sensitivity === 'read' && !p.startsWith('pii.'),
    );
    expect([...permissionsOf('auditor')].sort()).toEqual(reads.sort());
  });

  test('whoever may change who may do what works with a second factor', () => {
    for (const role of ROLE_KEYS) {
      const powerful = ROLES[role].permissions.some((p) => PERMISSIONS[p].sensitivity === 'admin');
      if (powerful) expect(ROLES[role].requiresTotp).toBe(true);
    }
  });

  test('no API key can do what only people may', () => {
    const forPeople: Permission[] = [
      'transaction.review',
      'account.enforce',
      'rule.write',
      'refund.approve',
      'audit.read',
    ];
    for (const scope of API_KEY_SCOPES) {
      expect(PERMISSIONS[scope].sensitivity).not.toBe('admin');
      expect(forPeople).not.toContain(scope);
    }
  });
});

describe('acting on staff', () => {
  const role = fc.constantFrom(...ROLE_KEYS);
  const request = fc.record({
    actorRole: role,
    action: fc.constantFrom(...STAFF_ACTIONS),
    subjectRole: role,
    status: fc.constantFrom(...STAFF_STATUSES),
    newRole: fc.option(role, { nil: undefined }),
    activeAdmins: fc.integer({ min: 1, max: 3 }),
    self: fc.boolean(),
  });
  const decide = (r: Parameters<Parameters<typeof request.map>[0]>[0]) => {
    const actor = { id: 'actor', permissions: permissionsOf(r.actorRole) };
    const subject = { id: r.self ? 'actor' : 'subject', role: r.subjectRole, status: r.status };
    const { action, newRole, activeAdmins } = r;
    return {
      actor,
      subject,
      decided: decideStaffAction({ actor, subject, action, role: newRole, activeAdmins }),
    };
  };

  test('nobody without the permission changes anything, nobody changes their own standing', () => {
    fc.assert(
      fc.property(request, (r) => {
        const { actor, subject, decided } = decide(r);
        if (!decided.ok) return;
        expect(actor.permissions.has('staff.write')).toBe(true);
        if (r.self) expect(decided.value).toEqual(subject);
      }),
    );
  });

  test('an active administrator is left, always', () => {
    fc.assert(
      fc.property(request, (r) => {
        const { decided } = decide({ ...r, subjectRole: 'admin', status: 'active', activeAdmins: 1 });
        if (decided.ok) expect(decided.value).toMatchObject({ role: 'admin', status: 'active' });
      }),
    );
  });

  test('nobody hands out more than they hold', () => {
    fc.assert(
      fc.property(role, role, (giver, given) => {
        const actor = { id: 'actor', permissions: permissionsOf(giver) };
        const exceeds = ROLES[given].permissions.some((p) => !actor.permissions.has(p));
        expect(mayGrant(actor, given) !== null).toBe(exceeds);
      }),
    );
  });

  test('what is offered is what would be decided', () => {
    fc.assert(
      fc.property(request, (r) => {
        const { actor, subject, decided } = decide({ ...r, newRole: r.subjectRole, activeAdmins: 2 });
        const offered = staffActionsFor(actor, subject).includes(r.action);
        const foreign =
          !decided.ok && decided.failure.code === 'auth.forbidden' && actor.permissions.has('staff.write');
        if (!foreign) expect(decided.ok).toBe(offered);
      }),
    );
  });

  test('every status can be reached', () => {
    expect(unreachableStates(STAFF_MACHINE, STAFF_STATUSES)).toEqual([]);
  });
});

describe('the lockout', () => {
  const policy = ACCOUNT_LOCKOUT;

  test('judges only so many guesses in any day, however they are spread', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 600_000 }), { minLength: 1, maxLength: 400 }),
        (gaps) => {
          let now = 1_700_000_000_000;
          const start = now;
          let count: FailureCount | null = null;
          let judged = 0;
          for (const gap of gaps) {
            now += gap;
            const verdict = countAttempt(policy, count, now);
            if (verdict.locked) continue;
            judged++;
            count = verdict.next;
          }
          const locks = Math.floor((now - start) / policy.firstLockMs);
          const atLongest = Math.ceil((now - start) / policy.longestLockMs);
          // The free ones, the doublings up to the longest lock, then one for each of those.
          expect(judged).toBeLessThanOrEqual(policy.free + 1 + Math.min(locks, 7 + atLongest));
        },
      ),
    );
  });

  test('doubles from the first lock to the longest and forgets after a quiet day', () => {
    let count: FailureCount | null = null;
    let now = 1_700_000_000_000;
    const locks: number[] = [];
    for (let i = 0; i < policy.free + 9; i++) {
      const verdict = countAttempt(policy, count, now);
      if (verdict.locked) throw new Error('the lock was waited out');
      count = verdict.next;
      const lockMs = (count.lockedUntil ?? now) - now;
      locks.push(lockMs / 1_000);
      now += lockMs;
    }
    expect(locks).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900]);
    const later = countAttempt(policy, count, now + policy.forgetAfterMs + 1);
    expect(later).toMatchObject({ locked: false, next: { failures: 1, lockedUntil: null } });
  });

  test('a locked attempt is refused until the lock ends, to the millisecond', () => {
    const count = { failures: 9, lastFailedAt: 0, lockedUntil: 1_000 };
    expect(countAttempt(policy, count, 999)).toEqual({ locked: true, until: 1_000 });
    expect(countAttempt(policy, count, 1_000).locked).toBe(false);
  });
});
