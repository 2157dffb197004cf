import { randomBytes } from 'node:crypto';
import { Sandbox, SandboxServer, SendNotices, withSandbox } from '../../api/src/payments/payments.public.js';
import type { Delivery } from '../../api/src/payments/sandbox/books/events.store.js';
import { httpCarrier } from '../../api/src/payments/sandbox/http-carrier.js';
import { Clock } from '../../api/src/platform/clock/clock.js';
import { type ConfigValues, loadConfig } from '../../api/src/platform/config/config.js';
import { type Economy, startEconomy } from './economy.js';

export interface SandboxEconomy extends Economy {
  /** The world behind the payment provider: banks, schemes, the network. */
  readonly sandbox: Sandbox;
  readonly stripe: { readonly apiUrl: string; readonly apiKey: string };
  readonly webhookSecret: string;
  /** Sends what has not been sent yet, in the given order; answers how many notices were taken. */
  deliver(order?: (deliveries: readonly Delivery[]) => readonly Delivery[]): Promise<number>;
  /** Lets time pass in the sandbox by itself, with its notices sent as they come. */
  startTicking(): void;
}

/** The economy with the sandbox as its payment provider. Notices are held until `deliver`, unless the sandbox ticks. */
export async function startSandbox(overrides: Partial<ConfigValues> = {}): Promise<SandboxEconomy> {
  const config = await withSandbox(loadConfig({ NODE_ENV: 'test' }).with(overrides));
  const { payments, notices } = config;
  const economy = await startEconomy({ ...overrides, payments, notices });
  const { sandbox, stripe } = payments;
  const noticeUrl = `${economy.url}/v1/webhooks/stripe`;
  const get = <T>(type: new (...args: never[]) => T): T => economy.app.get(type, { strict: false });
  return {
    ...economy,
    sandbox: get(Sandbox),
    stripe: stripe!,
    webhookSecret: sandbox!.webhookSecret,
    deliver: (order) =>
      get(SendNotices).run({
        carrier: httpCarrier(noticeUrl),
        secret: sandbox!.webhookSecret,
        now: get(Clock).now(),
        withHeld: true,
        order: order ?? ((deliveries) => deliveries),
      }),
    startTicking: () => get(SandboxServer).start(noticeUrl),
  };
}

/** A reference that no purchase has. */
export const newReference = (): string => `pi_${randomBytes(12).toString('hex')}`;
