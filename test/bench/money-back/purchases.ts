import type { BenchServer } from '../bench-server.js';
import { accountId, type Catalogue, deviceOf } from '../workload.js';
import { decideAll } from './decided.js';

export interface Bought {
  readonly transactionId: string;
  readonly reference: string;
}

type Priced = Pick<Catalogue, 'packageId' | 'money'>;

/** The accounts numbered `from` on buy once each, and pay through the provider of the bench. */
export async function buyOnce(
  server: BenchServer,
  { from, count, priced }: { from: number; count: number; priced: Priced },
): Promise<Bought[]> {
  const numbers = Array.from({ length: count }, (_, i) => from + i);
  const ids = await decideAll(
    server,
    numbers.map((n) => purchase(n, priced)),
  );
  return numbers.map((n, i) => ({ transactionId: ids[i]!, reference: referenceOf(n) }));
}

const referenceOf = (n: number): string => `pi_bench${n}`;

const purchase = (n: number, { packageId, money }: Priced) => ({
  idempotencyKey: `buys-once-${n}`,
  kind: 'purchase',
  accountId: accountId(n),
  packageId,
  money,
  payment: {
    provider: 'stripe',
    reference: referenceOf(n),
    instrument: `card-${n}`,
    country: 'US',
    captured: true,
  },
  device: deviceOf(n),
});
