import { HttpConnection } from '../http-connection.js';

const BATCH = 100;

/** Posts transactions in batches, one after the other, and answers their ids; all of them have to be approved. */
export async function decideAll(
  server: { readonly url: string; readonly apiKey: string },
  items: readonly { readonly idempotencyKey: string }[],
): Promise<string[]> {
  const connection = await HttpConnection.open(new URL(server.url), {
    Authorization: `Bearer ${server.apiKey}`,
  });
  const ids: string[] = [];
  for (let i = 0; i < items.length; i += BATCH) {
    const body = JSON.stringify({ items: items.slice(i, i + BATCH) });
    const answer = await connection.post('/v1/transactions/batch', body);
    if (answer.status !== 200) throw new Error(`a batch was refused: ${answer.status} ${answer.body}`);
    const { results } = JSON.parse(answer.body) as {
      results: { outcome?: string; transactionId: string }[];
    };
    const other = results.find(({ outcome }) => outcome !== 'approve');
    if (other) throw new Error(`a transaction was not approved: ${JSON.stringify(other)}`);
    ids.push(...results.map(({ transactionId }) => transactionId));
  }
  connection.close();
  return ids;
}
