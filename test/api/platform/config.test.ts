import { describe, expect, test } from '@jest/globals';
import { ConfigError, loadConfig } from '../../../api/src/platform/config/config.js';

const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  test('needs nothing to be set', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      redisUrl: null,
      production: false,
      demo: true,
      jobs: true,
      allowPrivateWebhooks: false,
      trustProxy: false,
    });
    expect(loadConfig({}).dataDir).toBe(`${process.cwd()}/.data`);
    expect(loadConfig({ PORT: '', DATABASE_URL: '' })).toEqual(loadConfig({}));
  });

  test('production is never a demo', () => {
    expect(loadConfig({ NODE_ENV: 'production', COINWARDEN_DEMO: 'on' }).demo).toBe(false);
    expect(loadConfig({ COINWARDEN_DEMO: 'off' }).demo).toBe(false);
  });

  test.each([
    [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535, not "eighty"'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, not "70000"'],
    [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535, not "-1"'],
    [{ PORT: '3000.5' }, 'PORT must be a whole number from 0 to 65535, not "3000.5"'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV must be development, production or test, not "prod"'],
    [
      { DATABASE_URL: 'mysql://localhost/x' },
      /^DATABASE_URL must be a URL that starts with postgres:\/\/ or postgresql:\/\/$/,
    ],
    [{ REDIS_URL: 'localhost:6379' }, /^REDIS_URL must be a URL that starts with redis:\/\/ or rediss:\/\/$/],
    [{ COINWARDEN_JOBS: 'maybe' }, 'COINWARDEN_JOBS must be on or off, not "maybe"'],
    [{ COINWARDEN_TRUST_PROXY: '10.0.0.0/8; x' }, /^COINWARDEN_TRUST_PROXY must be off or a list/],
  ])('%j is told in one line', (env, line) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      line instanceof RegExp ? line : new RegExp(`^${line.replace(/[.[\]()]/g, '\\$&')}$`),
    );
    expect(problems[0]).not.toContain('\n');
  });

  test('every bad value is told, and no password with them', () => {
    const problems = problemsOf({
      PORT: 'x',
      DATABASE_URL: 'mysql://user:secret@host/db',
      HOST: '127.0.0.1',
    });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain('secret');
  });
});
