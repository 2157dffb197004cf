import { type CoinLot, LOT_KINDS } from './lot.js';
import type { Maturing } from './wallet.js';

/**
 * How a wallet's lists are kept in its row: compact JSON tuples, because they are read and written with every decision.
 * A lot is [id, kind, remaining, held, granted at, expires at or 0, at risk until (left out when it is not)]; a maturing step
 * is [at, diamonds].
 */
type LotTuple = [
  lotId: string,
  kind: number,
  remaining: number,
  held: number,
  grantedAt: number,
  expiresAt: number,
  riskUntil?: number,
];

export function encodeLots(lots: readonly CoinLot[]): string {
  let out = '[';
  for (let i = 0; i < lots.length; i++) {
    const lot = lots[i]!;
    if (i > 0) out += ',';
    out += `["${lot.lotId}",${LOT_KINDS.indexOf(lot.kind)},${lot.remaining},${lot.held},${lot.grantedAt},${lot.expiresAt ?? 0}`;
    out += lot.riskUntil === null ? ']' : `,${lot.riskUntil}]`;
  }
  return `${out}]`;
}

export function decodeLots(text: string): CoinLot[] {
  if (text === '[]') return [];
  return (JSON.parse(text) as LotTuple[]).map(
    ([lotId, kind, remaining, held, grantedAt, expiresAt, riskUntil]) => ({
      lotId,
      kind: LOT_KINDS[kind]!,
      remaining: BigInt(remaining),
      held: BigInt(held),
      grantedAt,
      expiresAt: expiresAt === 0 ? null : expiresAt,
      riskUntil: riskUntil ?? null,
    }),
  );
}

export const encodeMaturing = (maturing: readonly Maturing[]): string =>
  `[${maturing.map((m) => `[${m.at},${m.diamonds}]`).join(',')}]`;

export function decodeMaturing(text: string): Maturing[] {
  if (text === '[]') return [];
  return (JSON.parse(text) as [number, number][]).map(([at, diamonds]) => ({
    at,
    diamonds: BigInt(diamonds),
  }));
}
