import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditLog } from '../../../api/src/platform/audit/audit-log.js';
import { verifyAuditChain } from '../../../api/src/platform/audit/verify-chain.js';
import { UnitOfWork } from '../../../api/src/platform/database/unit-of-work.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const record = (n: number) => ({
  actor: { type: 'system', id: 'test' } as const,
  action: 'test.note',
  subject: { type: 'test', id: String(n) },
  reason: n % 2 === 0 ? 'because "quotes", \\ and {braces}' : null,
  details: { n, text: 'häßlich \u{1f600} \u0000 \ud800', nested: { b: [1, null, 2.5], a: true }, big: 12n },
});

describe('the audit log', () => {
  let app: TestApp;
  let audit: AuditLog;
  beforeAll(async () => {
    app = await startTestApp();
    audit = app.app.get(AuditLog);
  });
  afterAll(() => app?.close());

  const append = (n: number) => app.db.run((tx) => audit.append(tx, record(n)));
  const entries = async (): Promise<bigint> => {
    const chain = await verifyAuditChain(app.db);
    if (!chain.intact) throw new Error('the chain is broken');
    return chain.entries;
  };

  test('chains entries that are appended at once by several processes without gap or fork', async () => {
    const other = await startTestApp({ databaseUrl: app.databaseUrl });
    try {
      const otherAudit = other.app.get(AuditLog);
      const otherDb = other.app.get(UnitOfWork);
      const before = await verifyAuditChain(app.db);
      await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          n % 2 === 0 ? append(n) : otherDb.run((tx) => otherAudit.append(tx, record(n))),
        ),
      );
      const after = await verifyAuditChain(app.db);
      expect(before).toMatchObject({ intact: true });
      expect(after).toMatchObject({ intact: true });
      if (before.intact && after.intact) expect(after.entries).toBe(before.entries + 60n);
    } finally {
      await other.close();
    }
  });

  test('many entries in one transaction chain like single ones', async () => {
    await app.db.run((tx) => audit.appendAll(tx, [record(1), record(2), record(3)]));
    await append(4);
    expect(await verifyAuditChain(app.db)).toMatchObject({ intact: true });
  });

  test('nobody waits for somebody who has done something and is not through with the rest', async () => {
    const before = await entries();
    await app.db.run(async (tx) => {
      await audit.append(tx, record(5));
      await append(6);
    });
    expect((await entries()) - before).toBe(2n);
  });

  test('of a part that is undone nothing is told, and of the rest everything', async () => {
    const [last] = await app.db.query<{ seq: bigint }>('SELECT seq FROM audit_head');
    await app.db.run(async (tx) => {
      await audit.append(tx, record(7));
      const undone = tx.attempt(async () => {
        await audit.append(tx, record(8));
        await tx.attempt(() => audit.append(tx, record(9)));
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      await tx.attempt(() => audit.append(tx, record(10)));
    });
    const told = await app.db.query('SELECT subject_id FROM audit_log WHERE seq > $1 ORDER BY seq', [
      last!.seq,
    ]);
    expect(told).toEqual([{ subject_id: '7' }, { subject_id: '10' }]);
    expect(await verifyAuditChain(app.db)).toMatchObject({ intact: true });
  });

  test('an entry vanishes with the transaction it belongs to', async () => {
    const before = await verifyAuditChain(app.db);
    const failing = app.db.run(async (tx) => {
      await audit.append(tx, record(9));
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await verifyAuditChain(app.db)).toEqual(before);
  });

  test.each([
    ['changed', `UPDATE audit_log SET action = 'x' WHERE seq = 1`],
    ['deleted', 'DELETE FROM audit_log WHERE seq = 1'],
    ['emptied', 'TRUNCATE audit_log'],
    ['beheaded', 'DELETE FROM audit_head'],
  ])('refuses to be %s', async (_, statement) => {
    await expect(app.db.query(statement)).rejects.toThrow('append-only');
  });

  describe('in the hands of somebody who can switch the triggers off', () => {
    const tamper = async (
      statement: string,
      undo: (tx: { query: UnitOfWork['query'] }) => Promise<unknown>,
    ) => {
      await app.db.run(async (tx) => {
        await tx.query('ALTER TABLE audit_log DISABLE TRIGGER USER');
        await tx.query(statement);
      });
      const verdict = await verifyAuditChain(app.db);
      await app.db.run(async (tx) => {
        await undo(tx);
        await tx.query('ALTER TABLE audit_log ENABLE TRIGGER USER');
      });
      expect(await verifyAuditChain(app.db)).toMatchObject({ intact: true });
      return verdict;
    };

    test.each([
      ['action', `'forged'`],
      ['actor_id', `'somebody'`],
      ['subject_id', `'else'`],
      ['reason', `'a better one'`],
      ['details', `'{"n":1}'`],
      ['at', `at + interval '1 millisecond'`],
      ['hash', `decode(repeat('11', 32), 'hex')`],
    ])('a changed %s is named', async (column, value) => {
      const [kept] = await app.db.query<Record<string, unknown>>(
        `SELECT ${column === 'details' ? 'details::text AS details' : column} FROM audit_log WHERE seq = 3`,
      );
      const verdict = await tamper(`UPDATE audit_log SET ${column} = ${value} WHERE seq = 3`, (tx) =>
        tx.query(`UPDATE audit_log SET ${column} = $1 WHERE seq = 3`, [kept?.[column]]),
      );
      expect(verdict).toEqual({ intact: false, seq: 3n, problem: 'the entry does not match its hash' });
    });

    test('a missing entry is named, in the middle and at the end', async () => {
      const [{ last } = { last: 0n }] = await app.db.query<{ last: bigint }>(
        'SELECT seq AS last FROM audit_head',
      );
      for (const seq of [5n, last]) {
        await app.db.query(
          'CREATE TABLE kept AS SELECT * FROM audit_log WHERE seq = $1::bigint'.replace('$1', `${seq}`),
        );
        const verdict = await tamper(`DELETE FROM audit_log WHERE seq = ${seq}`, (tx) =>
          tx.query('INSERT INTO audit_log SELECT * FROM kept'),
        );
        await app.db.query('DROP TABLE kept');
        expect(verdict).toEqual({ intact: false, seq, problem: 'the entry is missing' });
      }
    });

    test('an entry put behind the head is named', async () => {
      const [{ last } = { last: 0n }] = await app.db.query<{ last: bigint }>(
        'SELECT seq AS last FROM audit_head',
      );
      const verdict = await tamper(
        `INSERT INTO audit_log SELECT ${last + 1n}, at, actor_type, actor_id, action, subject_type, subject_id, reason,
                details, hash FROM audit_log WHERE seq = 1`,
        (tx) => tx.query(`DELETE FROM audit_log WHERE seq = ${last + 1n}`),
      );
      expect(verdict).toMatchObject({ intact: false, seq: last + 1n });
    });
  });
});
