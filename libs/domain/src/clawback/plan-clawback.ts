import type { Instant } from '../kernel/time.js';
import { ECONOMY } from '../ledger/economy.js';
import { apportion } from './apportion.js';
import type { ClawbackPolicy, ClawbackStep, WaterfallCause } from './clawback-policy.js';
import type { CoinsDue } from './coins-due.js';
import type { ClawbackLine, GiftedDiamonds, Holdings } from './holdings.js';

export interface PlanInput {
  readonly due: CoinsDue;
  readonly holdings: Holdings;
  /** Net of everything taken and given back before, and the waterfall that took it (null when nothing was). */
  readonly taken: readonly ClawbackLine[];
  readonly takenUnder: WaterfallCause | null;
  readonly policy: ClawbackPolicy;
  readonly now: Instant;
}

type Of = Pick<ClawbackLine, 'step' | 'holderId' | 'lotId'>;
type MakeSource = (of: Of, more: bigint) => Source;

/** Something the waterfall can take from: at most `most` coins in all, of which it has given `already`. */
interface Source extends Of {
  readonly already: bigint;
  readonly most: bigint;
}

/**
 * Where the coins due should have come from, counted from nothing: the waterfall fills step by step, and within a step in
 * proportion to what each source can give. What is booked is the difference to what was taken before. So a preview, a
 * clawback and a reinstatement are one computation, and taking and giving back in any order ends in the same place.
 */
export function planClawback(input: PlanInput): ClawbackLine[] {
  const { due, takenUnder, holdings, policy } = input;
  const lines: ClawbackLine[] = [];
  let left = due.taken;
  for (const step of policy.waterfall[due.cause]) {
    const sources = sourcesOf(step, input);
    const most = sumOf(sources.map((source) => source.most));
    const total = left < most ? left : most;
    for (const [i, coins] of sharesOf(total, sources, takenUnder === due.cause).entries()) {
      const { step, holderId, lotId } = sources[i]!;
      if (coins > 0n) lines.push({ step, holderId, lotId, coins });
    }
    left -= total;
  }
  const own = { holderId: holdings.accountId, lotId: null };
  if (left > 0n) lines.push({ step: 'write_off', ...own, coins: left });
  if (due.waived > 0n) lines.push({ step: 'waived', ...own, coins: due.waived });
  return lines;
}

/**
 * In proportion. Along the same waterfall as before, no source is given back to while another is taken from only because
 * diamonds have matured or left meanwhile: then just the difference is shared.
 */
function sharesOf(total: bigint, sources: readonly Source[], asBefore: boolean): bigint[] {
  const already = sources.map((source) => source.already);
  const taken = sumOf(already);
  const shares = apportion(
    total,
    sources.map((source) => source.most),
  );
  if (!asBefore) return shares;
  if (total >= taken) {
    if (shares.every((share, i) => share >= already[i]!)) return shares;
    const more = apportion(
      total - taken,
      sources.map((source) => source.most - source.already),
    );
    return already.map((coins, i) => coins + more[i]!);
  }
  return shares.every((share, i) => share <= already[i]!) ? shares : apportion(total, already);
}

function sourcesOf(step: ClawbackStep, input: PlanInput): Source[] {
  const { holdings, policy } = input;
  const already = takenBy(input.taken);
  const source: MakeSource = (of, more) => {
    const coins = already(of);
    return { ...of, already: coins, most: coins + (more > 0n ? more : 0n) };
  };
  const own = { holderId: holdings.accountId, lotId: null };
  switch (step) {
    case 'unspent':
    case 'bonus': {
      const kind = step === 'bonus' ? 'bonus' : 'paid';
      return holdings.lots
        .filter((lot) => lot.kind === kind)
        .map((lot) => source({ step, holderId: holdings.accountId, lotId: lot.lotId }, lot.free));
    }
    case 'lapsed': {
      const gone = sumOf(holdings.lots.map((lot) => lot.gone));
      return [{ step, ...own, already: already({ step, ...own }), most: gone }];
    }
    case 'held_diamonds':
    case 'unwithdrawn_diamonds':
      return diamondSources(step, input, source);
    case 'debt':
      return [
        source({ step, ...own }, holdings.mayOwe ? BigInt(policy.maxDebtCoins) - holdings.debtCoins : 0n),
      ];
  }
}

/** Matured diamonds of one creator share what no withdrawal has reserved, the latest gift first. */
function diamondSources(
  step: 'held_diamonds' | 'unwithdrawn_diamonds',
  { holdings, taken, now }: PlanInput,
  source: MakeSource,
): Source[] {
  const already = takenBy(taken);
  const free = new Map(holdings.freeDiamonds);
  const latestFirst = [...holdings.gifts].sort((a, b) => (a.lotId < b.lotId ? 1 : -1));
  return latestFirst.map((gift) => {
    const of = { step: 'diamonds', holderId: gift.creatorId, lotId: gift.lotId } as const;
    const reach = least(gift.coins - already(of), coinsOf(gift));
    if (gift.maturesAt > now) return source(of, reach);
    if (step === 'held_diamonds') return source(of, 0n);
    const left = free.get(gift.creatorId) ?? 0n;
    const more = least(reach, left * ECONOMY.coinsPerDiamondGifted);
    if (more > 0n) free.set(gift.creatorId, left - more / ECONOMY.coinsPerDiamondGifted);
    return source(of, more);
  });
}

const coinsOf = (gift: GiftedDiamonds): bigint => gift.remaining * ECONOMY.coinsPerDiamondGifted;

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export const lineKey = ({ step, holderId, lotId }: Of): string => `${step}/${lotId ?? ''}/${holderId}`;

function takenBy(lines: readonly ClawbackLine[]): (of: Of) => bigint {
  const byKey = new Map(lines.map((line) => [lineKey(line), line.coins]));
  return (of) => byKey.get(lineKey(of)) ?? 0n;
}
