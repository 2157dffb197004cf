import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { HttpConnection } from '../http-connection.js';
import { EVENT_PREFIX } from './notices.js';

const CONNECTIONS = 32;
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 600_000;

export interface NoticeRates {
  /** Acknowledged, each durable before it was. */
  readonly ingested: number;
  /** Tried for the first time by the job, counted from the first notice sent. */
  readonly processed: number;
  readonly states: Readonly<Record<string, number>>;
}

/** Sends the notices as a provider does, some side by side, while the job works them off. */
export async function sendNotices(options: {
  readonly url: string;
  readonly databaseUrl: string;
  readonly bodies: readonly string[];
  readonly sign: (body: string) => string;
}): Promise<NoticeRates> {
  const { bodies } = options;
  const started = performance.now();
  const since = () => (performance.now() - started) / 1_000;
  await ingest(options);
  const ingestedIn = since();
  const states = await allTried(options.databaseUrl);
  return { ingested: bodies.length / ingestedIn, processed: bodies.length / since(), states };
}

async function ingest({ url, bodies, sign }: Parameters<typeof sendNotices>[0]): Promise<void> {
  let next = 0;
  const drive = async () => {
    const connection = await HttpConnection.open(new URL(url), {});
    for (let i = next++; i < bodies.length; i = next++) {
      const body = bodies[i]!;
      const answer = await connection.post('/v1/webhooks/stripe', body, { 'Stripe-Signature': sign(body) });
      if (answer.status !== 200) throw new Error(`a notice was refused: ${answer.status} ${answer.body}`);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, drive));
}

/** Waits until the job has tried every one; a repetition is the notice it repeats. Answers how they stand. */
async function allTried(databaseUrl: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; ) {
      const { rows } = await client.query<{ state: string; notices: number }>(
        `SELECT state, count(*)::int AS notices FROM provider_notices WHERE starts_with(provider_notice_id, $1)
         GROUP BY state`,
        [EVENT_PREFIX],
      );
      const states = Object.fromEntries(rows.map(({ state, notices }) => [state, notices]));
      if (!states['received'] && !states['processing']) return states;
      await sleep(LOOK_EVERY_MS);
    }
    throw new Error('the notices are not worked off');
  } finally {
    await client.end();
  }
}
