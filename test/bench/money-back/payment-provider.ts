import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp, loadConfig, SandboxServer, signed, withSandbox } from '../product.js';

/** The payment provider behind the bench: the product's own sandbox, in the process of the bench. */
export interface PaymentProvider {
  /** What the server needs to know to pay back through it and to believe its notices. */
  readonly settings: NodeJS.ProcessEnv;
  /** `Stripe-Signature` of a body. */
  sign(body: string): string;
  /** From now on it tells the server at this address what it has paid back. */
  tell(serverUrl: string): void;
  /** The application it is a part of, for what only an operator does. */
  readonly app: NestFastifyApplication;
  stop(): Promise<void>;
}

/** In a process apart from the server's, as a provider is; its books are tables of the same database. */
export async function startPaymentProvider(databaseUrl: string): Promise<PaymentProvider> {
  const quiet = loadConfig({ NODE_ENV: 'test', DATABASE_URL: databaseUrl, COINWARDEN_LOG_LEVEL: 'warn' });
  const config = await withSandbox(quiet.with({ jobs: false }));
  const { url, key, webhookSecret } = config.payments.sandbox!;
  const app = await createApp(config);
  return {
    settings: {
      COINWARDEN_STRIPE_API_URL: url,
      COINWARDEN_STRIPE_API_KEY: key,
      COINWARDEN_STRIPE_WEBHOOK_SECRETS: webhookSecret,
    },
    sign: (body) => signed(Buffer.from(body), { secret: webhookSecret, at: Date.now() }),
    tell: (serverUrl) => app.get(SandboxServer, { strict: false }).start(`${serverUrl}/v1/webhooks/stripe`),
    app,
    stop: () => app.close(),
  };
}
