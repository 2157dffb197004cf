import { setTimeout as sleep } from 'node:timers/promises';
import { type HttpAnswer, HttpConnection } from './http-connection.js';
import { type WorkloadItem, type WorkloadOptions, workload } from './workload.js';

export interface LoadOptions {
  readonly url: string;
  readonly apiKey: string;
  readonly workload: WorkloadOptions;
  readonly connections: number;
  /** Transactions per request; 1 posts them singly. */
  readonly batch: number;
  readonly until: { readonly seconds: number } | { readonly transactions: number };
  /** Requests a second; without it each connection sends its next request when the last is answered. */
  readonly rate?: number;
}

export interface LoadResult {
  readonly transactions: number;
  readonly seconds: number;
  readonly outcomes: Readonly<Record<'approve' | 'review' | 'decline', number>>;
  /** Of each request, from the moment it was due, in milliseconds, ascending. */
  readonly latencies: readonly number[];
}

/** Drives the server and counts what it answered. Anything but a decision ends the measurement with its answer. */
export async function generateLoad(options: LoadOptions): Promise<LoadResult> {
  const url = new URL(options.url);
  const next = workload(options.workload);
  const headers = { Authorization: `Bearer ${options.apiKey}` };
  const connections = await Promise.all(
    Array.from({ length: options.connections }, () => HttpConnection.open(url, headers)),
  );
  const outcomes = { approve: 0, review: 0, decline: 0 };
  const latencies: number[] = [];
  let sent = 0;
  const started = performance.now();
  const { until } = options;
  const more = () =>
    'seconds' in until ? performance.now() - started < until.seconds * 1_000 : sent < until.transactions;

  async function drive(connection: HttpConnection, due: () => Promise<number>): Promise<void> {
    while (more()) {
      const dueAt = await due();
      sent += options.batch;
      const answer = await (options.batch === 1 ? postOne(connection, next()) : postBatch(connection));
      latencies.push(performance.now() - dueAt);
      count(answer, options.batch, outcomes);
    }
  }
  function postBatch(connection: HttpConnection): Promise<HttpAnswer> {
    const items = Array.from({ length: options.batch }, () => {
      const { idempotencyKey, open } = next();
      return `${open},"idempotencyKey":"${idempotencyKey}"}`;
    });
    return connection.post('/v1/transactions/batch', `{"items":[${items.join()}]}`);
  }

  const due = options.rate === undefined ? async () => performance.now() : schedule(started, options.rate);
  await Promise.all(connections.map((connection) => drive(connection, due)));
  const seconds = (performance.now() - started) / 1_000;
  for (const connection of connections) connection.close();
  return {
    transactions: outcomes.approve + outcomes.review + outcomes.decline,
    seconds,
    outcomes,
    latencies: latencies.sort((a, b) => a - b),
  };
}

const postOne = (connection: HttpConnection, { idempotencyKey, open }: WorkloadItem): Promise<HttpAnswer> =>
  connection.post('/v1/transactions', `${open}}`, { 'Idempotency-Key': idempotencyKey });

/**
 * Requests fall due at even intervals, whoever is free to send them; a late one counts from when it was due, so a server
 * that stalls cannot hide it by slowing the generator down.
 */
function schedule(started: number, rate: number): () => Promise<number> {
  const interval = 1_000 / rate;
  let n = 0;
  return async () => {
    const dueAt = started + n++ * interval;
    const wait = dueAt - performance.now();
    if (wait <= 0) return dueAt;
    await sleep(wait);
    // How much later than asked a timer fires is not the server's doing.
    return performance.now();
  };
}

const OUTCOME = /"outcome":"(approve|review|decline)"/g;

function count(answer: HttpAnswer, expected: number, outcomes: Record<string, number>): void {
  let decided = 0;
  for (const [, outcome] of answer.body.matchAll(OUTCOME)) {
    outcomes[outcome!]! += 1;
    decided += 1;
  }
  if (answer.status !== 200 || decided !== expected) {
    throw new Error(`expected ${expected} decisions, got ${answer.status}: ${answer.body.slice(0, 600)}`);
  }
}
