import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadConfig } from '../../api/src/platform/config/config.js';
import { JobShare } from '../../api/src/platform/database/job-share.js';

describe('the share of the connections that jobs may hold', () => {
  test('is half of them, whatever ends in whatever order, and everything gets its turn', async () => {
    const jobs = fc.array(fc.record({ steps: fc.integer({ min: 1, max: 5 }), fails: fc.boolean() }), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 12 }), jobs, async (poolSize, work) => {
        const share = new JobShare(loadConfig({ COINWARDEN_POOL_SIZE: String(poolSize) }));
        let holding = 0;
        let most = 0;
        const ends = await Promise.allSettled(
          work.map(({ steps, fails }) =>
            share.run(async () => {
              most = Math.max(most, ++holding);
              for (let step = 0; step < steps; step++) await Promise.resolve();
              holding -= 1;
              if (fails) throw new Error('it failed');
            }),
          ),
        );
        expect(most).toBe(Math.min(Math.floor(poolSize / 2), work.length));
        expect(ends.map(({ status }) => status === 'rejected')).toEqual(work.map(({ fails }) => fails));
      }),
    );
  });
});
