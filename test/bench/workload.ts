/**
 * The traffic of the benchmark: an everyday mix from many ordinary accounts, each with its own device, address and card,
 * so that decisions are approvals that move coins rather than cheap refusals. Deterministic from its seed.
 */

export const MIXES = ['everyday', 'funding', 'gifts-spread', 'gifts-hot'] as const;
export type Mix = (typeof MIXES)[number];

export interface Catalogue {
  readonly packageId: string;
  readonly money: { readonly amountMinor: number; readonly currency: string };
  /** A gift so cheap that one funded account gives many. */
  readonly giftId: string;
  readonly giftCoins: number;
  readonly largest: Pick<Catalogue, 'packageId' | 'money'> & { readonly coins: number };
}

export interface WorkloadOptions {
  readonly mix: Mix;
  readonly accounts: number;
  readonly catalogue: Catalogue;
  /** Distinguishes this run's keys and payment references from every other's. */
  readonly run: string;
}

export interface WorkloadItem {
  readonly idempotencyKey: string;
  /** The transaction as JSON without its closing brace, so that a batch can add the key. */
  readonly open: string;
}

export const CREATOR_EVERY = 20;
export const accountId = (n: number): string => `bench-${n}`;
export const isCreator = (n: number): boolean => n % CREATOR_EVERY === 0;
export const deviceOf = (n: number) => ({ id: `device-${n}`, ip: addressOf(n) });
/** Out of step with the number of creators, so that senders and recipients pair up ever differently. */
const STRIDE = 7_919;

/** Hands out transactions without end. Accounts take turns, so each stays as busy as a person would be. */
export function workload({ mix, accounts, catalogue, run }: WorkloadOptions): () => WorkloadItem {
  const creators = Math.floor(accounts / CREATOR_EVERY);
  let count = 0;

  const common = (n: number) =>
    `"accountId":"${accountId(n)}","device":${JSON.stringify(deviceOf(n))},"context":{"type":"live"}`;
  const purchase = (n: number) =>
    `{"kind":"purchase",${common(n)},"packageId":"${catalogue.packageId}","money":${JSON.stringify(catalogue.money)},` +
    `"payment":{"provider":"stripe","reference":"${run}-${count}","instrument":"card-${n}","country":"US","captured":true}`;
  const gift = (n: number, recipient: number) =>
    `{"kind":"gift",${common(n)},"recipientId":"${accountId(recipient)}","giftId":"${catalogue.giftId}","quantity":1`;
  const unlock = (n: number) =>
    `{"kind":"unlock",${common(n)},"contentId":"clip-${count % 50_000}","coins":2`;
  const promotion = (n: number) => `{"kind":"video_promotion",${common(n)},"contentId":"clip-${n}","coins":5`;

  const spread = () => ((count * STRIDE) % creators) * CREATOR_EVERY;
  const everyday = (n: number) => {
    const draw = (count * STRIDE) % 100;
    if (draw < 20) return purchase(n);
    if (draw < 90) return gift(n, spread());
    return draw < 96 ? unlock(n) : promotion(n);
  };
  const make: Record<Mix, (n: number) => string> = {
    everyday,
    funding: purchase,
    'gifts-spread': (n) => gift(n, spread()),
    'gifts-hot': (n) => gift(n, 0),
  };
  return () => {
    count += 1;
    // The first account is a creator; givers are the others.
    const at = (count * 3) % accounts;
    const n = mix !== 'funding' && isCreator(at) ? at + 1 : mix === 'funding' ? (count - 1) % accounts : at;
    return { idempotencyKey: `${run}-${count}`, open: make[mix](n) };
  };
}

const addressOf = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
