import {
  type CoinUse,
  type ConversionFacts,
  coinUses,
  type GiftFacts,
  grouped,
  Lineage,
  type TransactionKind,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import {
  type CashOutRecord,
  countInputs,
  readCashOuts,
  readConvertedLots,
  readInputs,
} from '../persistence/diamond-movements.store.js';
import { type GiftRecord, readGifts } from '../persistence/gifts.store.js';
import { type LotKey, type LotRecord, readLots } from '../persistence/lots.store.js';
import { type MovementRecord, readHeldShares, readMovements } from '../persistence/movements.store.js';
import { type KnownGifts, NOTHING_KNOWN, readGiftFacts } from './read-gift-facts.js';

/** No question reads more gifts than this beyond those it is about; what lies behind the others is named, not shown. */
const MAX_GIFTS_BEYOND = 20_000;
/** Conversions in a row that coins are followed through. */
const MAX_CONVERSIONS_IN_A_ROW = 3;
/** A conversion of so many gifts that was spent on so many things is not divided among them. */
const MAX_CELLS = 1_000_000;

export interface TransactionKey {
  readonly accountId: string;
  readonly transactionId: string;
}

/** A transaction that used coins, as the lists name it. */
export interface UserOfCoins extends TransactionKey {
  readonly kind: TransactionKind;
  readonly contentId: string | null;
  readonly at: number;
}

/** Gathers the facts around one question, set by set: whatever it has read once it does not read again. */
export class LineageReader {
  readonly lots = new Map<string, LotRecord>();
  readonly gifts = new Map<string, GiftFacts>();
  readonly cashOuts = new Map<string, CashOutRecord>();
  readonly users = new Map<string, UserOfCoins>();
  readonly conversions = new Map<string, ConversionFacts>();
  private readonly tried = new Set<string>();
  private giftsLeft = MAX_GIFTS_BEYOND;

  constructor(
    readonly db: Queryable,
    readonly now: number,
  ) {}

  lineage(): Lineage {
    return new Lineage(this);
  }

  isConversion = (transactionId: string): boolean => this.cashOuts.get(transactionId)?.kind === 'conversion';

  async readLots(keys: readonly LotKey[]): Promise<void> {
    const fresh = new Map(keys.map((key) => [key.lotId, key]));
    for (const lotId of fresh.keys()) if (this.lots.has(lotId)) fresh.delete(lotId);
    for (const lot of await readLots(this.db, [...fresh.values()])) this.lots.set(lot.lotId, lot);
  }

  async readCashOuts(keys: readonly TransactionKey[]): Promise<void> {
    const fresh = new Map<string, TransactionKey>();
    for (const key of keys) if (!this.cashOuts.has(key.transactionId)) fresh.set(key.transactionId, key);
    for (const one of await readCashOuts(this.db, [...fresh.values()])) {
      this.cashOuts.set(one.transactionId, one);
    }
  }

  async readGifts(giftIds: Iterable<string>): Promise<void> {
    const fresh = [...new Set(giftIds)].filter((giftId) => !this.gifts.has(giftId));
    await this.addGifts(await readGifts(this.db, fresh), NOTHING_KNOWN);
  }

  /** Gifts whose transactions are known, and `known` of some of them besides. */
  async addGifts(records: readonly GiftRecord[], known: KnownGifts): Promise<void> {
    const fresh = records.filter((record) => !this.gifts.has(record.giftId));
    for (const gift of await readGiftFacts(this, fresh, known)) this.gifts.set(gift.giftId, gift);
  }

  /** What became of these lots, of which these movements are known; `wholeGifts` says what those leave out, by lot. */
  async usesOf(
    lots: readonly LotRecord[],
    movements: readonly MovementRecord[],
    wholeGifts: ReadonlyMap<string, bigint> = new Map(),
  ): Promise<Map<string, CoinUse[]>> {
    const shares = await readHeldShares(this.db, [...new Set(lots.map((lot) => lot.accountId))]);
    const [moved, held] = [grouped(movements, lotOf), grouped(shares, lotOf)];
    const uses = lots.map((lot): [string, CoinUse[]] => {
      const [movements, holds] = [moved.get(lot.lotId) ?? [], held.get(lot.lotId) ?? []];
      const history = { ...lot, movements, holds, wholeGifts: wholeGifts.get(lot.lotId) ?? 0n };
      return [lot.lotId, coinUses(history, this.now)];
    });
    for (const movement of movements) {
      const { kind } = movement;
      if (kind !== null && kind !== 'gift') this.users.set(movement.transactionId, { ...movement, kind });
    }
    for (const share of shares) this.users.set(share.transactionId, { ...share, contentId: null });
    return new Map(uses);
  }

  /** Follows these gifts through the conversions that took of them, and the gifts made of those. */
  async readOnward(giftIds: Iterable<string>): Promise<void> {
    let frontier = [...giftIds];
    for (let hop = 0; hop < MAX_CONVERSIONS_IN_A_ROW && frontier.length > 0; hop++) {
      const taken = frontier.flatMap((giftId) => this.gifts.get(giftId)!.taken);
      const ids = new Set(taken.map((one) => one.transactionId).filter(this.isConversion));
      const read = await this.readConversions([...ids].map((id) => this.cashOuts.get(id)!));
      const spent = read.flatMap(({ uses }) => uses.filter((use) => use.fate === 'gifted'));
      frontier = [...new Set(spent.map((use) => use.transactionId!))];
      await this.readGifts(frontier);
    }
  }

  /** Looks behind these lots: through the conversions that made them to the gifts behind those. */
  async readBehind(lotIds: Iterable<string>): Promise<void> {
    let frontier = [...lotIds];
    for (let hop = 0; hop < MAX_CONVERSIONS_IN_A_ROW && frontier.length > 0; hop++) {
      const made = new Map<string, TransactionKey>();
      for (const lotId of frontier) {
        const { accountId, origin } = this.lots.get(lotId)!;
        if (origin.by !== 'conversion') continue;
        made.set(origin.transactionId, { accountId, transactionId: origin.transactionId });
      }
      const read = await this.readConversions([...made.values()]);
      const behind = read.flatMap(({ inputs }) => inputs.map((input) => this.gifts.get(input.giftId)!));
      frontier = [...new Set(behind.flatMap((gift) => gift.sources.map((source) => source.lotId)))];
    }
  }

  /** Lots behind these gifts. */
  sourcesOf(giftIds: Iterable<string>): Set<string> {
    const sources = [...giftIds].flatMap((giftId) => this.gifts.get(giftId)!.sources);
    return new Set(sources.map((source) => source.lotId));
  }

  /** Reads these conversions whole, as far as the bounds allow; answers those it has read now. */
  private async readConversions(keys: readonly TransactionKey[]): Promise<ConversionFacts[]> {
    const allowed = await this.withinBounds(keys);
    const lotKeys = await readConvertedLots(this.db, allowed);
    await this.readLots([...lotKeys.values()]);
    const inputs = await readInputs(this.db, allowed);
    await this.readGifts(inputs.map((input) => input.giftId));
    const inputsOf = grouped(inputs, (input) => input.transactionId);
    const lots = [...lotKeys.values()].map((key) => this.lots.get(key.lotId)!);
    const uses = await this.usesOf(lots, await readMovements(this.db, lots));
    const read: ConversionFacts[] = [];
    for (const { accountId, transactionId } of allowed) {
      const lot = this.lots.get(lotKeys.get(transactionId)!.lotId)!;
      const facts = {
        conversionId: transactionId,
        accountId,
        at: lot.grantedAt,
        inputs: inputsOf.get(transactionId) ?? [],
        lot,
        uses: uses.get(lot.lotId)!,
      };
      if (facts.inputs.length * facts.uses.length <= MAX_CELLS) read.push(facts);
    }
    for (const facts of read) this.conversions.set(facts.conversionId, facts);
    return read;
  }

  private async withinBounds(keys: readonly TransactionKey[]): Promise<TransactionKey[]> {
    const fresh = keys.filter((key) => !this.tried.has(key.transactionId));
    for (const key of fresh) this.tried.add(key.transactionId);
    const sizes = await countInputs(this.db, fresh);
    // Oldest first: what they made may be among what the next ones took.
    const inOrder = [...fresh].sort((a, b) => (a.transactionId < b.transactionId ? -1 : 1));
    return inOrder.filter((key) => {
      const size = sizes.get(key.transactionId)!;
      if (size > this.giftsLeft) return false;
      this.giftsLeft -= size;
      return true;
    });
  }
}

const lotOf = ({ lotId }: LotKey): string => lotId;
