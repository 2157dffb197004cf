import type { BenchServer } from '../bench-server.js';
import { HttpConnection } from '../http-connection.js';
import { accountId, CREATOR_EVERY, deviceOf } from '../workload.js';
import { decideAll } from './decided.js';
import { buyOnce } from './purchases.js';

/** One purchase whose coins go to so many gifts, to every creator in turn; answers its id. */
export async function giveAway(
  server: BenchServer,
  options: { readonly buyer: number; readonly gifts: number; readonly creators: number },
): Promise<string> {
  const { buyer, gifts, creators } = options;
  const { largest, giftId, giftCoins } = server.catalogue;
  if (largest.coins < gifts * giftCoins) throw new Error(`no package has the coins for ${gifts} gifts`);
  const [purchase] = await buyOnce(server, { from: buyer, count: 1, priced: largest });
  const gift = (n: number) => ({
    idempotencyKey: `gives-away-${n}`,
    kind: 'gift',
    accountId: accountId(buyer),
    recipientId: accountId((n % creators) * CREATOR_EVERY),
    giftId,
    quantity: 1,
    device: deviceOf(buyer),
    context: { type: 'live' },
  });
  await decideAll(
    server,
    Array.from({ length: gifts }, (_, n) => gift(n)),
  );
  return purchase!.transactionId;
}

/** How long each of so many questions takes, in milliseconds, ascending. */
export async function askProvenance(
  { url, apiKey }: BenchServer,
  purchaseId: string,
  options: { readonly gifts: number; readonly times: number },
): Promise<number[]> {
  const connection = await HttpConnection.open(new URL(url), { Authorization: `Bearer ${apiKey}` });
  const took: number[] = [];
  for (let i = 0; i < options.times; i++) {
    const asked = performance.now();
    const { status, body } = await connection.get(`/v1/transactions/${purchaseId}/provenance`);
    took.push(performance.now() - asked);
    if (status !== 200) throw new Error(`no provenance: ${status} ${body}`);
    expectGifts(body, options.gifts);
  }
  connection.close();
  return took.sort((a, b) => a - b);
}

function expectGifts(body: string, expected: number): void {
  const { forward } = JSON.parse(body) as {
    forward: { direct: { gifts: { items: unknown[]; rest: { count: number } } } };
  };
  const { items, rest } = forward.direct.gifts;
  if (items.length + rest.count !== expected)
    throw new Error(`${items.length + rest.count} gifts were found, not ${expected}`);
}
