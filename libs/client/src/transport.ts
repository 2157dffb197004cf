/**
 * One request and its repetitions. A request is repeated only where that can do no harm: it reads, it replaces, or it carries
 * an idempotency key, by which the service gives the answer it gave before. Waits double and are spread, so that many
 * clients of a service that was down do not come back at once.
 */
import type { Problem } from '@coinwarden/contracts';
import { CoinwardenError, NoAnswerError } from './errors.js';

/** The part of `fetch` that is used: any that takes these does. */
export type Fetch = (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly signal: AbortSignal;
  },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

export interface TransportOptions {
  /** Where the service is, such as `https://coins.example.com`. */
  readonly url: string;
  readonly apiKey: string;
  /** Of one attempt, in milliseconds; 10 seconds unless said otherwise. */
  readonly timeoutMs?: number;
  /** Attempts after the first; 3 unless said otherwise. */
  readonly retries?: number;
  readonly fetch?: Fetch;
}

export interface Call {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: object;
  readonly idempotencyKey?: string;
  /** Whether a POST may be sent again although it carries no key: what it does is done once all the same. */
  readonly repeatable?: boolean;
}

const TIMEOUT_MS = 10_000;
const RETRIES = 3;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
const TOO_MANY = 429;

export class Transport {
  private readonly base: string;
  private readonly fetch: Fetch;
  private readonly retries: number;
  private readonly timeoutMs: number;

  constructor(private readonly options: TransportOptions) {
    if (!URL.canParse(options.url)) throw new TypeError(`not a URL: ${options.url}`);
    this.base = options.url.replace(/\/+$/, '');
    this.fetch = options.fetch ?? fetch;
    this.retries = options.retries ?? RETRIES;
    this.timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /** The body of the answer. Throws CoinwardenError for a refusal, NoAnswerError where none came. */
  async send<Answer>(call: Call): Promise<Answer> {
    const mayRepeat = call.method !== 'POST' || call.idempotencyKey !== undefined || call.repeatable === true;
    for (let attempt = 0; ; attempt++) {
      const last = !mayRepeat || attempt >= this.retries;
      const outcome = await this.attempt(call);
      if ('answer' in outcome) return outcome.answer as Answer;
      if (last || !outcome.passing) throw outcome.error;
      await sleep(outcome.waitMs ?? waitBefore(attempt));
    }
  }

  private async attempt(call: Call): Promise<Outcome> {
    try {
      const response = await this.fetch(`${this.base}${call.path}${queryOf(call.query)}`, {
        method: call.method,
        headers: this.headersOf(call),
        ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      return read(response.status, await response.text(), response.headers.get('retry-after'));
    } catch (error) {
      const failed = new NoAnswerError(`${call.method} ${call.path} got no answer`, { cause: error });
      return { error: failed, passing: true };
    }
  }

  private headersOf({ body, idempotencyKey }: Call): Record<string, string> {
    return {
      accept: 'application/json',
      authorization: `Bearer ${this.options.apiKey}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    };
  }
}

type Outcome =
  | { readonly answer: unknown }
  /** `passing`: it may go better in a while. */
  | { readonly error: Error; readonly passing: boolean; readonly waitMs?: number };

function read(status: number, text: string, retryAfter: string | null): Outcome {
  const body = parse(text);
  if (status < 300 && body !== undefined) return { answer: body };
  const passing = status === TOO_MANY || status >= 500;
  const seconds = Number(retryAfter ?? Number.NaN);
  const waitMs = Number.isFinite(seconds) ? Math.min(seconds * 1_000, LONGEST_WAIT_MS) : undefined;
  const error = isProblem(body)
    ? new CoinwardenError(status, body)
    : new NoAnswerError(`status ${status} without a problem: this was not the service`);
  return { error, passing, ...(waitMs !== undefined && { waitMs }) };
}

/** Undefined for what is no JSON; an empty body is null. */
function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';

function queryOf(query: Call['query']): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) params.set(name, String(value));
  return params.size === 0 ? '' : `?${params}`;
}

const waitBefore = (attempt: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + Math.random() / 2);

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
