import path from 'node:path';
import { z } from 'zod';
import { NOTICE_ENVIRONMENT, type NoticeSettings, noticeSettings } from './notice-settings.js';
import { PAYMENT_ENVIRONMENT, type PaymentSettings, paymentSettings } from './payment-settings.js';

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'], { error: 'must be on or off' })
  .transform((v) => v === 'on' || v === 'true' || v === '1');

const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .pipe(z.number().min(min, { error }).max(max, { error }));
};

const url = (protocols: readonly string[]) =>
  z.string().refine((v) => URL.canParse(v) && protocols.includes(new URL(v).protocol), {
    error: `must be a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });

/** The proxies whose `X-Forwarded-For` is believed: the client's address decides rate limits and lockouts. */
const trustProxy = z
  .string()
  .regex(/^[\w.:/]+(\s*,\s*[\w.:/]+)*$/, {
    error: 'must be off or a list of addresses, networks, loopback, linklocal or uniquelocal',
  })
  .transform((v): false | string => (v === 'off' ? false : v));

const environment = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'must be development, production or test' })
    .default('development'),
  PORT: wholeNumber(0, 65_535).default(3_000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  REDIS_URL: url(['redis:', 'rediss:']).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  COINWARDEN_DEMO: flag.optional(),
  COINWARDEN_JOBS: flag.default(true),
  COINWARDEN_POOL_SIZE: wholeNumber(2, 200).default(10),
  COINWARDEN_TRUST_PROXY: trustProxy.default(false),
  COINWARDEN_ALLOW_PRIVATE_WEBHOOKS: flag.default(false),
  COINWARDEN_SESSION_IDLE_MINUTES: wholeNumber(1, 1_440).default(60),
  COINWARDEN_SESSION_MAX_HOURS: wholeNumber(1, 720).default(12),
  COINWARDEN_KEY_REQUESTS_PER_SECOND: wholeNumber(1, 1_000_000).default(20_000),
  COINWARDEN_PROMOTION_FREE_COINS: wholeNumber(0, 1_000_000_000_000).default(100_000),
  COINWARDEN_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], {
      error: 'must be silent, error, warn, info or debug',
    })
    .default('info'),
  ...NOTICE_ENVIRONMENT,
  ...PAYMENT_ENVIRONMENT,
});

/** Everything the process takes from its environment, parsed once at the start. */
export interface ConfigValues {
  readonly nodeEnv: 'development' | 'production' | 'test';
  readonly production: boolean;
  /** A demo seeds itself and offers TOTP without enforcing it; never in production, and off with COINWARDEN_DEMO=off. */
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  /** Null until the embedded server is up. */
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly dataDir: string;
  readonly jobs: boolean;
  readonly poolSize: number;
  readonly trustProxy: false | string;
  readonly allowPrivateWebhooks: boolean;
  readonly sessionIdleMinutes: number;
  readonly sessionMaxHours: number;
  readonly keyRequestsPerSecond: number;
  /** A promotion with a larger budget, or none, is approved by a second person. */
  readonly promotionFreeCoins: bigint;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** The built console; null serves the API alone. */
  readonly consoleDir: string | null;
  readonly notices: NoticeSettings;
  readonly payments: PaymentSettings;
}

/** The injectable form of the values: a class, because Nest injects by class. */
export class Config implements ConfigValues {
  declare readonly nodeEnv: ConfigValues['nodeEnv'];
  declare readonly production: boolean;
  declare readonly demo: boolean;
  declare readonly port: number;
  declare readonly host: string;
  declare readonly databaseUrl: string | null;
  declare readonly redisUrl: string | null;
  declare readonly dataDir: string;
  declare readonly jobs: boolean;
  declare readonly poolSize: number;
  declare readonly trustProxy: false | string;
  declare readonly allowPrivateWebhooks: boolean;
  declare readonly sessionIdleMinutes: number;
  declare readonly sessionMaxHours: number;
  declare readonly keyRequestsPerSecond: number;
  declare readonly promotionFreeCoins: bigint;
  declare readonly logLevel: ConfigValues['logLevel'];
  declare readonly consoleDir: string | null;
  declare readonly notices: NoticeSettings;
  declare readonly payments: PaymentSettings;

  constructor(values: ConfigValues) {
    Object.assign(this, values);
  }

  with(changes: Partial<ConfigValues>): Config {
    return new Config({ ...this, ...changes });
  }
}

/** Each message is one line that names the variable, what is wrong with it and what it may be. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** A URL may carry a password and a key is one, so they are not repeated. */
const lineOf = (name: string, message: string, given: NodeJS.ProcessEnv) =>
  `${name} ${message}${/_(URL|SECRETS?|KEYS?)$/.test(name) ? '' : `, not ${JSON.stringify(given[name])}`}`;

/** Reads the environment. Throws ConfigError naming every bad value; an empty variable counts as unset. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path: [name], message }) => lineOf(String(name), message, given)),
    );
  }
  const e = parsed.data;
  return new Config({
    nodeEnv: e.NODE_ENV,
    production: e.NODE_ENV === 'production',
    demo: e.NODE_ENV !== 'production' && e.COINWARDEN_DEMO !== false,
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL ?? null,
    redisUrl: e.REDIS_URL ?? null,
    dataDir: path.resolve(e.DATA_DIR),
    jobs: e.COINWARDEN_JOBS,
    poolSize: e.COINWARDEN_POOL_SIZE,
    trustProxy: e.COINWARDEN_TRUST_PROXY,
    allowPrivateWebhooks: e.COINWARDEN_ALLOW_PRIVATE_WEBHOOKS,
    sessionIdleMinutes: e.COINWARDEN_SESSION_IDLE_MINUTES,
    sessionMaxHours: e.COINWARDEN_SESSION_MAX_HOURS,
    keyRequestsPerSecond: e.COINWARDEN_KEY_REQUESTS_PER_SECOND,
    promotionFreeCoins: BigInt(e.COINWARDEN_PROMOTION_FREE_COINS),
    logLevel: e.COINWARDEN_LOG_LEVEL,
    consoleDir: null,
    notices: noticeSettings(e),
    payments: paymentSettings(e),
  });
}
