import {
  emptyNode,
  emptyProfile,
  entityLinks,
  type Finding,
  findFarm,
  foldTransfer,
  LINK_BOUNDS,
  type LinkEntity,
  type LinkEntityType,
  type LinkNode,
  markMember,
  RingBook,
  type Transfer,
  totalPartners,
} from '@coinwarden/domain';
import type { SimulatedItem } from '@coinwarden/simulator';
import { Purses } from './purses.js';

type Transaction = Extract<SimulatedItem, { kind: 'transaction' }>;

/** Folds simulated traffic as the service would, each item when it comes, and keeps the rings that come of it. */
export class SimulatedLinks {
  readonly #nodes = new Map<string, LinkNode>();
  readonly #seenWith = new Map<string, Set<string>>();
  readonly #seenOn = new Map<string, Map<string, LinkEntityType>>();
  readonly #accounts = new Map<string, { createdAt: number; creator: boolean }>();
  readonly #firstSeen = new Map<string, number>();
  readonly #purses: Purses;
  readonly #profile = emptyProfile();
  readonly book = new RingBook({
    isHub: (id) => totalPartners(this.#node(id)) > LINK_BOUNDS.hubPartners,
    newRingId: () => String(++this.#made),
  });
  #made = 0;
  transfers = 0;

  constructor(private readonly coinsOf: (id: string) => number) {
    this.#purses = new Purses(coinsOf);
  }

  take(item: SimulatedItem): void {
    if (item.kind === 'account') {
      const { accountId, createdAt, creator } = item.account;
      this.#accounts.set(accountId, { createdAt: Date.parse(createdAt), creator });
    }
    if (item.kind !== 'transaction') return;
    const free = this.#purses.take(item.transaction);
    const transfer = this.#transferOf(item, free);
    if (transfer) for (const finding of this.#fold(transfer)) this.book.add(finding);
    for (const [type, value] of entitiesOf(item)) this.#see(item, type, value);
  }

  #fold(transfer: Transfer): Finding[] {
    this.transfers++;
    const found = foldTransfer({ node: (id) => this.#node(id), profile: this.#profile }, transfer);
    for (const finding of found) for (const id of finding.members) markMember(this.#node(id), finding);
    return found;
  }

  #transferOf({ at, idempotencyKey: id, transaction }: Transaction, free: number): Transfer | null {
    const from = transaction.accountId;
    const known = {
      id,
      at,
      from,
      fromCreatedAt: this.#accounts.get(from)?.createdAt,
      fromEntities: this.#entities(from),
    };
    if (transaction.kind === 'withdrawal') {
      return { ...known, kind: 'withdrawal', to: null, amount: transaction.diamonds };
    }
    if (transaction.kind !== 'gift') return null;
    const { recipientId: to, giftId, quantity } = transaction;
    return {
      ...known,
      kind: 'gift',
      to,
      amount: this.coinsOf(giftId) * quantity,
      free,
      toCreator: this.#accounts.get(to)?.creator,
      toEntities: this.#entities(to),
    };
  }

  #entities(accountId: string): LinkEntity[] {
    return [...(this.#seenOn.get(accountId) ?? [])]
      .map(([key, type]) => ({
        type,
        value: key.slice(type.length + 1),
        accounts: this.#seenWith.get(key)!.size,
      }))
      .filter(entityLinks);
  }

  #see({ at, transaction: { accountId } }: Transaction, type: LinkEntityType, value: string): void {
    const key = `${type}:${value}`;
    const there = this.#seenWith.get(key) ?? new Set();
    if (there.has(accountId)) return;
    this.#seenWith.set(key, there.add(accountId));
    this.#seenOn.set(accountId, (this.#seenOn.get(accountId) ?? new Map()).set(key, type));
    this.#firstSeen.set(`${key} ${accountId}`, at);
    if (!entityLinks({ type, value, accounts: there.size })) return;
    const farm = findFarm(
      { type, value },
      [...there].map((id) => ({
        accountId: id,
        createdAt: this.#accounts.get(id)?.createdAt ?? 0,
        firstAt: this.#firstSeen.get(`${key} ${id}`)!,
        freeCoins: this.#purses.freeGot(id),
      })),
    );
    if (!farm) return;
    for (const id of farm.members) markMember(this.#node(id), farm);
    this.book.add(farm);
  }

  #node(accountId: string): LinkNode {
    const node = this.#nodes.get(accountId) ?? emptyNode(accountId);
    this.#nodes.set(accountId, node);
    return node;
  }
}

function entitiesOf({ transaction }: Transaction): [LinkEntityType, string][] {
  const found: [LinkEntityType, string][] = [];
  if (transaction.device) found.push(['device', transaction.device.id], ['ip', transaction.device.ip]);
  if (transaction.kind === 'purchase' && transaction.payment.instrument) {
    found.push(['instrument', transaction.payment.instrument]);
  }
  if (transaction.kind === 'withdrawal') found.push(['payout', transaction.payout.destination]);
  return found;
}
