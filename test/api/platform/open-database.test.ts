import { openDatabase } from '../../../api/src/platform/embedded/open-database.js';
import { assertRedisReachable } from '../../../api/src/platform/embedded/reachable.js';

const NOBODY_LISTENS = '127.0.0.1:1';

describe('opening what the process works on', () => {
  it('names an unreachable database without its password, and what to do', async () => {
    const opening = openDatabase({
      databaseUrl: `postgres://user:hidden-password@${NOBODY_LISTENS}/economy`,
      dataDir: '/nowhere',
    });
    const { message } = await opening.then(
      () => new Error('it opened'),
      (error: Error) => error,
    );
    expect(message).toMatch(
      /^Cannot reach the PostgreSQL of DATABASE_URL at 127\.0\.0\.1:1\/economy \(.*ECONNREFUSED.*\): start it or correct/,
    );
    expect(message).not.toContain('hidden-password');
    expect(message).not.toContain('\n');
  });

  it('names an unreachable Redis, and what to do', async () => {
    await expect(assertRedisReachable(`redis://${NOBODY_LISTENS}`)).rejects.toThrow(
      /^Cannot reach the Redis of REDIS_URL at 127\.0\.0\.1:1 \(.*ECONNREFUSED.*\): start it or correct REDIS_URL/,
    );
  });

  it('uses the database it was given', async () => {
    const databaseUrl = process.env['COINWARDEN_TEST_SERVER']!;
    const database = await openDatabase({ databaseUrl, dataDir: '/nowhere' });
    expect(database.url).toBe(databaseUrl);
    await database.close();
  });
});
