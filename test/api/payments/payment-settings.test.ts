import { describe, expect, test } from '@jest/globals';
import { PaymentGateways, withDemoSandbox } from '../../../api/src/payments/payments.public.js';
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

describe('the settings of payment providers', () => {
  test('none is set up unless it is', () => {
    const gateways = new PaymentGateways(loadConfig({}));
    for (const provider of ['stripe', 'apple', 'google', 'other'] as const)
      expect(gateways.of(provider)).toBeNull();
  });

  test('a key sets Stripe up, at Stripe or elsewhere', () => {
    const env = { COINWARDEN_STRIPE_API_KEY: 'sk_test_1' };
    expect(loadConfig(env).payments).toEqual({
      timeoutMs: 20_000,
      stripe: { apiKey: 'sk_test_1', apiUrl: 'https://api.stripe.com' },
      sandbox: null,
    });
    const elsewhere = { ...env, COINWARDEN_STRIPE_API_URL: 'http://127.0.0.1:12111/' };
    expect(loadConfig(elsewhere).payments.stripe?.apiUrl).toBe('http://127.0.0.1:12111');
    expect(new PaymentGateways(loadConfig(env)).of('stripe')).not.toBeNull();
  });

  test.each([
    [
      { COINWARDEN_STRIPE_API_KEY: 'pk_live_1' },
      /^COINWARDEN_STRIPE_API_KEY must be a secret or restricted key/,
    ],
    [
      { COINWARDEN_STRIPE_API_URL: 'https://example.com/v1' },
      /^COINWARDEN_STRIPE_API_URL must be a URL .* no path/,
    ],
    [{ COINWARDEN_PAYMENT_TIMEOUT_SECONDS: '0' }, /must be a whole number of seconds from 1 to 80, not "0"$/],
  ])('%j is told in one line, without the key', (env, line) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(line);
    expect(problems[0]).not.toContain('pk_live_1');
  });

  test('the sandbox is for demos that have no Stripe', async () => {
    expect((await withDemoSandbox(loadConfig({}))).payments.sandbox).not.toBeNull();
    expect((await withDemoSandbox(loadConfig({ NODE_ENV: 'production' }))).payments.sandbox).toBeNull();
    const own = loadConfig({ COINWARDEN_STRIPE_API_KEY: 'sk_test_1' });
    expect(await withDemoSandbox(own)).toBe(own);
  });
});
