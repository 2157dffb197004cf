import type {
  CoinLot,
  DiamondLot,
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
}
