import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lockVelocity, writeVelocity } from '../../api/src/risk/risk.public.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

describe('velocity rows', () => {
  it('are made where missing, locked in one order and never lose an update', async () => {
    const entities = ['device:d', 'ip:1', 'pair:1:a:b', 'device:"quoted\\"'];
    const rounds = 40;
    await Promise.all(
      Array.from({ length: rounds }, (_, round) =>
        app.db.run(async (tx) => {
          const mine = round % 2 ? entities : [...entities].reverse();
          const states = await lockVelocity(tx, [...mine, mine[0]!]);
          expect([...states.keys()].sort()).toEqual([...entities].sort());
          const next = [...states].map(([entity, state]) => [entity, `[${state.slice(1, -1)}1]`] as const);
          await writeVelocity(tx, new Map(next));
        }),
      ),
    );
    const rows = await app.db.query<{ state: string }>('SELECT state FROM velocity');
    expect(rows).toHaveLength(entities.length);
    for (const { state } of rows) expect(state).toBe(`[${'1'.repeat(rounds)}]`);
  });

  it('ask nothing of the database when there is nothing to lock or write', async () => {
    const never = { query: () => Promise.reject(new Error('asked')) };
    expect(await lockVelocity(never, [])).toEqual(new Map());
    await writeVelocity(never, new Map());
  });
});
