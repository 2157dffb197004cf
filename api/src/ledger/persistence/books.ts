import type {
  CoinLot,
  DiamondLot,
  Effects,
  Hold,
  HoldEnd,
  JournalEntry,
  LotShare,
  MovementReason,
} from '@coinwarden/domain';

interface Of {
  readonly accountId: string;
  readonly transactionId: string;
}

/** The rows a batch of transactions adds to the books, gathered first and written set-based in one go. */
export class Books {
  readonly entries: (Of & { entryNo: number; postedAt: number; entry: JournalEntry })[] = [];
  readonly lots: (Of & { lot: CoinLot })[] = [];
  readonly movements: (Of & { entryNo: number; share: LotShare; reason: MovementReason })[] = [];
  readonly diamondLots: DiamondLot[] = [];
  readonly diamondsTaken: (Of & { diamonds: bigint; at: number })[] = [];
  /** Diamonds of known lots that a settlement takes (positive) or gives back (negative). */
  readonly diamondChanges: (Of & { lotId: string; maturesAt: number; diamonds: bigint })[] = [];
  readonly newHolds: (Of & { hold: Hold })[] = [];
  readonly changedHolds: (Of & { hold: Hold; endedAt: number | null; endedBy: HoldEnd | null })[] = [];

  /** Everything a transaction's effects add, from this entry number on; answers the next one that is free. */
  add(of: Of, effects: Effects, { entryNo, at }: { entryNo: number; at: number }): number {
    let next = entryNo;
    for (const entry of effects.entries) this.entries.push({ entryNo: next++, postedAt: at, entry, ...of });
    for (const lot of effects.lots) this.lots.push({ lot, ...of });
    for (const { share, reason } of effects.movements) this.movements.push({ entryNo, share, reason, ...of });
    if (effects.diamondLot) this.diamondLots.push(effects.diamondLot);
    if (effects.diamondsTaken > 0n) this.diamondsTaken.push({ diamonds: effects.diamondsTaken, at, ...of });
    if (effects.hold) this.newHolds.push({ hold: effects.hold, ...of });
    const { repaid } = effects;
    if (repaid === null) return next;
    this.entries.push({ entryNo: next, postedAt: at, entry: repaid.entry, ...of });
    for (const share of repaid.shares) this.movements.push({ entryNo: next, share, reason: 'repaid', ...of });
    return next + 1;
  }
}
