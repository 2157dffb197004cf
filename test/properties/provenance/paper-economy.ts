import {
  type CoinUse,
  type ConversionFacts,
  coinUses,
  type GiftFacts,
  type LineageFacts,
  type LotFacts,
  type LotMovement,
} from '@coinwarden/domain';

/** One thing that happens; amounts are cut to what there is. */
export interface Step {
  readonly do: 'buy' | 'gift' | 'promote' | 'withdraw' | 'convert' | 'claw' | 'claw_unspent';
  readonly who: number;
  readonly whom: number;
  readonly amount: bigint;
}

interface OpenLot {
  readonly lot: LotFacts;
  readonly movements: LotMovement[];
  left: bigint;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface OpenGift extends Mutable<Omit<GiftFacts, 'taken' | 'clawed'>> {
  readonly taken: { transactionId: string; diamonds: bigint }[];
  readonly clawed: { purchaseId: string; diamonds: bigint }[];
}

const ACCOUNTS = 4;
const NOW = 1_000_000;

/**
 * An economy on paper: a few people who buy, give, withdraw, convert and lose coins again, with the burn order of wallets
 * and the oldest-first order of diamonds. It knows nothing of shares, so it can tell whether the shares are right.
 */
export class PaperEconomy {
  private readonly lots = new Map<string, OpenLot>();
  private readonly gifts = new Map<string, OpenGift>();
  private readonly converted = new Map<string, Omit<ConversionFacts, 'uses'>>();
  readonly withdrawals = new Map<string, { giftId: string; diamonds: bigint }[]>();
  readonly purchases = new Map<string, string[]>();
  private ids = 0;

  run(steps: readonly Step[]): this {
    for (const step of steps) this.step({ ...step, who: step.who % ACCOUNTS, whom: step.whom % ACCOUNTS });
    return this;
  }

  facts(): LineageFacts {
    const conversions = [...this.converted.values()].map((one) => ({
      ...one,
      uses: this.usesOf(one.lot.lotId),
    }));
    return {
      lots: new Map([...this.lots].map(([id, { lot }]) => [id, lot])),
      gifts: this.gifts,
      conversions: new Map(conversions.map((one) => [one.conversionId, one])),
    };
  }

  usesOf(lotId: string): CoinUse[] {
    const { lot, movements } = this.lots.get(lotId)!;
    return coinUses({ lotId, granted: lot.granted, expiresAt: null, movements, holds: [] }, NOW);
  }

  private step({ do: what, who, whom, amount }: Step): void {
    const id = this.nextId();
    if (what === 'buy') this.buy(id, who, amount);
    if (what === 'gift') this.spend(id, { who, whom, amount, kind: 'gift' });
    if (what === 'promote') this.spend(id, { who, whom, amount, kind: 'video_promotion' });
    if (what === 'withdraw') this.withdrawals.set(id, this.takeDiamonds(id, who, amount));
    if (what === 'convert') this.convert(id, who, amount);
    if (what === 'claw') this.clawGift(whom, amount);
    if (what === 'claw_unspent') this.clawUnspent(id, whom, amount);
  }

  private nextId = () => `t${String(++this.ids).padStart(6, '0')}`;

  private buy(id: string, who: number, amount: bigint): void {
    const lotIds = [`${id}-bonus`, `${id}-paid`];
    for (const [i, granted] of [amount / 4n, amount].entries()) {
      if (granted === 0n) continue;
      const kind = i === 0 ? 'bonus' : 'paid';
      this.grant({ lotId: lotIds[i]!, kind, who, granted, origin: { by: 'purchase', purchaseId: id } });
    }
    this.purchases.set(
      id,
      lotIds.filter((lotId) => this.lots.has(lotId)),
    );
  }

  private grant(args: Pick<LotFacts, 'lotId' | 'kind' | 'granted' | 'origin'> & { who: number }): LotFacts {
    const { who, ...rest } = args;
    const lot = { ...rest, accountId: `a${who}` };
    this.lots.set(lot.lotId, { lot, movements: [], left: lot.granted });
    return lot;
  }

  private spend(
    id: string,
    {
      who,
      whom,
      amount,
      kind,
    }: { who: number; whom: number; amount: bigint; kind: 'gift' | 'video_promotion' },
  ): void {
    const sources: { lotId: string; coins: bigint }[] = [];
    let wanted = amount;
    for (const open of this.lots.values()) {
      if (open.lot.accountId !== `a${who}` || open.left === 0n || wanted === 0n) continue;
      const coins = open.left < wanted ? open.left : wanted;
      open.left -= coins;
      wanted -= coins;
      open.movements.push({ transactionId: id, kind, reason: 'spent', coins });
      sources.push({ lotId: open.lot.lotId, coins });
    }
    const coins = amount - wanted;
    if (kind !== 'gift' || coins === 0n) return;
    const repaid = coins > 50n && coins % 7n === 0n ? 2n : 0n;
    const of = { giftId: id, senderId: `a${who}`, creatorId: `a${whom}`, at: 0, coins, sources };
    this.gifts.set(id, {
      ...of,
      diamonds: coins,
      maturesAt: NOW - 1,
      remaining: coins - repaid,
      repaid,
      clawed: [],
      taken: [],
    });
  }

  private takeDiamonds(id: string, who: number, amount: bigint): { giftId: string; diamonds: bigint }[] {
    const inputs: { giftId: string; diamonds: bigint }[] = [];
    let wanted = amount;
    for (const gift of this.gifts.values()) {
      if (gift.creatorId !== `a${who}` || gift.remaining === 0n || wanted === 0n) continue;
      const diamonds = gift.remaining < wanted ? gift.remaining : wanted;
      gift.remaining -= diamonds;
      wanted -= diamonds;
      gift.taken.push({ transactionId: id, diamonds });
      inputs.push({ giftId: gift.giftId, diamonds });
    }
    return inputs;
  }

  private convert(id: string, who: number, amount: bigint): void {
    const inputs = this.takeDiamonds(id, who, amount);
    const granted = inputs.reduce((sum, { diamonds }) => sum + diamonds, 0n) / 2n;
    const lot = this.grant({
      lotId: `${id}-earned`,
      kind: 'earned',
      who,
      granted,
      origin: { by: 'conversion', transactionId: id },
    });
    this.converted.set(id, { conversionId: id, accountId: `a${who}`, at: 0, inputs, lot });
  }

  /** As the waterfall reaches it: what is left of a gift, up to the coins of the purchase in it. */
  private clawGift(nth: number, amount: bigint): void {
    const gift = [...this.gifts.values()].at(nth);
    const lotId = gift?.sources.find(
      ({ lotId }) => this.lots.get(lotId)!.lot.origin.by === 'purchase',
    )?.lotId;
    const origin = lotId === undefined ? undefined : this.lots.get(lotId)!.lot.origin;
    if (!gift || origin?.by !== 'purchase' || gift.clawed.length > 0) return;
    const { purchaseId } = origin;
    let own = 0n;
    for (const source of gift.sources) {
      if (this.purchases.get(purchaseId)!.includes(source.lotId)) own += source.coins;
    }
    const diamonds = [own, gift.remaining, amount].reduce((a, b) => (a < b ? a : b));
    if (diamonds === 0n) return;
    gift.remaining -= diamonds;
    gift.clawed.push({ purchaseId, diamonds });
  }

  private clawUnspent(id: string, nth: number, amount: bigint): void {
    const open = [...this.lots.values()].filter(({ lot }) => lot.kind !== 'earned').at(nth);
    if (!open || open.left === 0n) return;
    const coins = open.left < amount ? open.left : amount;
    open.left -= coins;
    open.movements.push({ transactionId: id, kind: null, reason: 'clawed', coins });
  }
}
