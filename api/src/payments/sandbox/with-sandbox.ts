import { randomBytes } from 'node:crypto';
import type { Config } from '../../platform/config/config.js';
import { freePort } from '../../platform/embedded/loopback-port.js';

const random = () => randomBytes(18).toString('hex');

/** The same settings with the sandbox for Stripe: on a free loopback port, with a key and a signing secret of its own. */
export async function withSandbox(config: Config): Promise<Config> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const key = `sk_test_${random()}`;
  const webhookSecret = `whsec_${random()}`;
  return config.with({
    payments: {
      ...config.payments,
      stripe: { apiKey: key, apiUrl: url },
      sandbox: { url, key, webhookSecret },
    },
    notices: {
      ...config.notices,
      stripeSecrets: [...config.notices.stripeSecrets, webhookSecret],
    },
  });
}

/** What a demo starts with: it pays back at a provider of its own, unless Stripe is set up. */
export const withDemoSandbox = async (config: Config): Promise<Config> =>
  config.demo && config.payments.stripe === null ? withSandbox(config) : config;
