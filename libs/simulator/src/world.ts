import type { AccountEventRequest, ContentScanRequest, TransactionRequest } from '@coinwarden/contracts';
import {
  coins as asCoins,
  DEFAULT_RISK_WINDOW_POLICY,
  diamondsForGift,
  giftMaturesAt,
  type Instant,
  riskUntil,
  SECOND,
} from '@coinwarden/domain';
import type { Body, Doing, Paying, PlainEventType } from './acts.js';
import { afterPurchase } from './behaviours/money-back.js';
import type {
  Label,
  MoneyBackEvent,
  Pattern,
  SimulatedItem,
  SimulatedPurchase,
  SimulatorOptions,
} from './options.js';
import type { SimulatedDevice } from './people/devices.js';
import type { Person } from './people/person.js';
import type { Population } from './people/population.js';
import { Whereabouts } from './people/whereabouts.js';
import type { Random } from './random.js';
import { type Schedule, type Script } from './schedule.js';
import { type Offer, Shop } from './shop.js';

/**
 * What scripts act upon: the clock of the simulated world, the people in it and the shop. Every act becomes an item;
 * balances are what they would be if everything honest were approved, which is close enough to spend by.
 */
export class World {
  now: Instant;
  transactions = 0;
  fraudulent = 0;
  readonly shop: Shop;
  private readonly items: SimulatedItem[] = [];
  private labels: Label[] = [];
  private names = 0;
  private readonly prefix: string;
  /** A stream of its own: what becomes of the money changes nothing about who buys what. */
  readonly moneyBackRandom: Random;
  /** And so do texts, friends, and what goes wrong by itself. */
  readonly textRandom: Random;
  /** Where people are; null when events do not say. */
  readonly whereabouts: Whereabouts | null;
  readonly friendsRandom: Random;
  private readonly slips: Random;

  constructor(
    readonly options: SimulatorOptions,
    readonly random: Random,
    readonly population: Population,
    private readonly schedule: Schedule,
  ) {
    this.now = options.startAt;
    this.prefix = options.prefix ?? '';
    this.shop = new Shop(options.catalogue);
    this.moneyBackRandom = random.fork('money back');
    this.textRandom = random.fork('texts');
    this.whereabouts = options.places ? new Whereabouts(random.fork('places'), options) : null;
    this.friendsRandom = random.fork('friends');
    this.slips = random.fork('slips');
  }

  start(script: Script, at: Instant = this.now): void {
    this.schedule.add(at, script);
  }

  takeItems(): SimulatedItem[] {
    return this.items.splice(0);
  }

  takeLabels(): Label[] {
    const labels = this.labels;
    this.labels = [];
    return labels;
  }

  /** An id nobody in this world has yet; random, so that it says nothing about who is behind it. */
  newAccountId(): string {
    return `${this.prefix}u${this.random.code(10)}`;
  }

  /** Sends the account, and a guardian's before a child's, once. */
  introduce(who: Person): void {
    if (who.introduced) return;
    who.introduced = true;
    if (who.guardian) this.introduce(who.guardian);
    this.items.push({ at: this.now, kind: 'account', account: who.account });
  }

  suspect(who: Person, pattern: Pattern): void {
    this.labels.push({ subject: 'account', accountId: who.accountId, pattern });
  }

  event(who: Person, type: PlainEventType, device?: SimulatedDevice): void {
    this.introduce(who);
    const event = {
      type,
      accountId: who.accountId,
      occurredAt: new Date(this.now).toISOString(),
      ...(device && { device }),
      ...(device && type !== 'report' && this.whereabouts?.saidOf(who, { type, device, now: this.now })),
    } as AccountEventRequest;
    this.items.push({ at: this.now, kind: 'event', event });
  }

  /** A comment, or a message where somebody is written to. */
  write(who: Person, text: string, to?: Person): void {
    this.introduce(who);
    const { accountId } = who;
    const body: ContentScanRequest = to
      ? { kind: 'message', accountId, text, recipientId: to.accountId }
      : { kind: 'comment', accountId, text, contentId: `video-${this.textRandom.code(8)}` };
    this.items.push({ at: this.now, kind: 'text', text: body });
  }

  /** Answers the reference of the payment. */
  buy(who: Person, offer: Offer, how: Paying): string {
    const { random } = this;
    const provider = how.provider ?? who.provider;
    const asksFirst = provider === 'stripe' && random.chance(this.options.uncapturedShare ?? 0);
    const reference = how.reference ?? `${this.prefix}${PAYMENT_PREFIX[provider]}${random.code(16)}`;
    const neverPaid = how.neverPaid ?? (asksFirst && this.slips.chance(ABANDONED));
    const body: Body<'purchase'> = {
      packageId: offer.packageId,
      money: offer.price,
      payment: {
        provider,
        reference,
        instrument: how.instrument ?? who.instrument,
        country: how.country ?? who.place.country,
        captured: !asksFirst && !neverPaid,
      },
      ...(how.promotionCode ? { promotionCode: how.promotionCode } : {}),
    };
    const idempotencyKey = this.send(who, how, 'purchase', body, neverPaid);
    if (!how.pattern && this.slips.chance(SENT_TWICE)) this.start(this.sendAgain(who, how, body));
    who.coins += offer.coins;
    const bought = { provider, accountCreatedAt: who.createdAt, at: this.now };
    const risk = riskUntil(DEFAULT_RISK_WINDOW_POLICY, bought);
    who.riskUntil = Math.max(who.riskUntil, risk ?? 0);
    if (this.options.moneyBackPace === undefined || neverPaid) return reference;
    const purchase = { accountId: who.accountId, idempotencyKey, provider, reference };
    this.start(afterPurchase(this, purchase, { who, pattern: how.pattern }));
    return reference;
  }

  /** A client that got no answer in time sends the same payment under a new key. */
  private *sendAgain(who: Person, how: Doing, body: Body<'purchase'>): Script {
    yield this.now + this.slips.int(2, 30) * SECOND;
    this.send(who, how, 'purchase', body);
  }

  /** What becomes of the money of a purchase: not a transaction, and never told with a label. */
  moneyBack(purchase: SimulatedPurchase, event: MoneyBackEvent): void {
    this.items.push({ at: this.now, kind: 'money_back', purchase, event });
  }

  /** Gives `quantity` of a gift, as many as the giver can pay for; nothing if not even one. */
  give(who: Person, to: Person, gift: { giftId: string; coins: number }, quantity: number, how: Doing): void {
    const count = Math.min(quantity, Math.floor(who.coins / gift.coins), 10_000);
    if (count < 1) return;
    this.introduce(to);
    this.send(who, how, 'gift', {
      recipientId: to.accountId,
      giftId: gift.giftId,
      quantity: count,
      context: { type: 'live', contentId: `live-${to.accountId}` },
    });
    const spent = gift.coins * count;
    who.coins -= spent;
    const earned = Number(diamondsForGift(asCoins(spent)));
    const at = giftMaturesAt(this.now, who.riskUntil);
    if (earned > 0) to.maturing.push({ at, diamonds: earned });
  }

  promote(who: Person, coins: number, how: Doing): void {
    if (coins < 1 || coins > who.coins) return;
    who.coins -= coins;
    this.send(who, how, 'video_promotion', { contentId: `video-${this.random.code(8)}`, coins });
  }

  unlock(who: Person, coins: number, how: Doing): void {
    if (coins < 1 || coins > who.coins) return;
    who.coins -= coins;
    this.send(who, how, 'unlock', { contentId: `video-${this.random.code(8)}`, coins });
  }

  reward(who: Person, coins: number, reason: string, how: Doing): void {
    who.coins += coins;
    this.send(who, how, 'reward', { coins, reason });
  }

  convert(who: Person, diamonds: number, how: Doing): void {
    if (diamonds < 1) return;
    who.diamonds -= diamonds;
    who.coins += diamonds;
    this.send(who, how, 'conversion', { diamonds });
  }

  withdraw(who: Person, diamonds: number, how: Doing): void {
    if (diamonds < 1) return;
    who.diamonds -= diamonds;
    const paypal = this.random.chance(0.6);
    this.send(who, how, 'withdrawal', {
      diamonds,
      payout: paypal
        ? { method: 'paypal', destination: who.account.email ?? `${who.accountId}@example.com` }
        : { method: 'bank', destination: `bank account of ${who.accountId}` },
    });
  }

  private send<K extends TransactionRequest['kind']>(
    who: Person,
    how: Doing,
    kind: K,
    body: Body<K>,
    neverPaid = false,
  ): string {
    this.introduce(who);
    const idempotencyKey = `${this.prefix}t${(++this.names).toString(36)}-${this.random.code(6)}`;
    const { device } = how;
    const transaction = {
      kind,
      accountId: who.accountId,
      occurredAt: new Date(this.now).toISOString(),
      device: { id: device.id, ip: device.ip, userAgent: device.userAgent },
      ...body,
    } as unknown as TransactionRequest;
    const unpaid = neverPaid ? { neverPaid } : {};
    this.items.push({ at: this.now, kind: 'transaction', idempotencyKey, transaction, ...unpaid });
    this.transactions++;
    if (how.pattern) {
      this.fraudulent++;
      const { accountId } = who;
      this.labels.push({ subject: 'transaction', accountId, idempotencyKey, pattern: how.pattern });
    }
    return idempotencyKey;
  }
}

/** How often a payment that was asked for first is never made, and a purchase is sent twice. */
const ABANDONED = 0.03;
const SENT_TWICE = 0.002;

const PAYMENT_PREFIX = { stripe: 'pi_', apple: 'ap_', google: 'GPA.', other: 'pay_' } as const;
