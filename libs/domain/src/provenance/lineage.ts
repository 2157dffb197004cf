import type { CoinUse } from './coin-uses.js';
import { type DividedGift, divideGift } from './divide-gift.js';
import type { ConversionFacts, GiftFacts, LineageFacts } from './lineage-facts.js';
import { divideParts, mergeParts, type Part, rescaleParts } from './parts.js';

/**
 * Who stands behind what, over everything that was read. Coins become gifts, gifts become diamonds, diamonds become coins
 * again; ids are in the order of time and nothing is made of what comes later, so every question ends.
 */
export class Lineage {
  private readonly divided = new Map<string, DividedGift>();
  private readonly composed = new Map<string, readonly Part[]>();
  private readonly used = new Map<string, ReadonlyMap<string, readonly Part[]>>();
  private readonly conversionOfLot: ReadonlyMap<string, ConversionFacts>;

  constructor(readonly facts: LineageFacts) {
    const conversions = [...facts.conversions.values()];
    this.conversionOfLot = new Map(conversions.map((one) => [one.lot.lotId, one]));
    // Oldest first, so that looking into one never has to go deeper than the one before it.
    conversions.sort((a, b) => (a.conversionId < b.conversionId ? -1 : 1));
    for (const conversion of conversions) this.partsOfConversion(conversion);
  }

  /** The lots behind the coins of a gift. */
  sourcesOf({ giftId, sources }: GiftFacts): Part[] {
    return sources.map(({ lotId, coins }) => ({
      lotId,
      amount: coins,
      of: this.partsOfUse(lotId, { fate: 'gifted', transactionId: giftId }),
    }));
  }

  /** The lots behind the diamonds of a gift, by what became of them. */
  dividedGift(gift: GiftFacts): DividedGift {
    const known = this.divided.get(gift.giftId);
    if (known) return known;
    const divided = divideGift(gift, { sources: this.sourcesOf(gift), lots: this.facts.lots });
    this.divided.set(gift.giftId, divided);
    return divided;
  }

  /** The lots behind the diamonds that a withdrawal or conversion took of these gifts. */
  partsTaken(transactionId: string, giftIds: readonly string[]): Part[] {
    return mergeParts(
      giftIds.map((giftId) => {
        const gift = this.facts.gifts.get(giftId);
        if (!gift) throw new Error(`gift ${giftId} was not read`);
        return this.dividedGift(gift).taken.get(transactionId) ?? [];
      }),
    );
  }

  /** The lots behind the coins of this lot that were used so; null when the lot is not looked into. */
  partsOfUse(lotId: string, use: Pick<CoinUse, 'fate' | 'transactionId'>): readonly Part[] | null {
    const conversion = this.conversionOfLot.get(lotId);
    if (!conversion) return null;
    let uses = this.used.get(lotId);
    if (!uses) {
      const shares = divideParts(
        this.partsOfConversion(conversion),
        conversion.uses.map((use) => use.coins),
      );
      uses = new Map(conversion.uses.map((one, i) => [useKey(one), shares[i]!]));
      this.used.set(lotId, uses);
    }
    const parts = uses.get(useKey(use));
    if (!parts) throw new Error(`lot ${lotId} was not ${use.fate} by ${use.transactionId}`);
    return parts;
  }

  /** The lots behind the coins that a conversion granted. */
  partsOfConversion({ conversionId, inputs, lot }: ConversionFacts): readonly Part[] {
    const known = this.composed.get(conversionId);
    if (known) return known;
    const taken = this.partsTaken(
      conversionId,
      inputs.map((input) => input.giftId),
    );
    const parts = rescaleParts(taken, lot.granted);
    this.composed.set(conversionId, parts);
    return parts;
  }
}

const useKey = ({ fate, transactionId }: Pick<CoinUse, 'fate' | 'transactionId'>): string =>
  `${fate}/${transactionId ?? ''}`;
