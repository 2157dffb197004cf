/**
 * What links are made of: value that one account hands to another or takes out, and the devices, instruments, addresses
 * and payout destinations that accounts share. Amounts are coins (a gifted coin and the diamond it becomes count the same).
 */
import type { Instant } from '../kernel/time.js';
import { DAY } from '../kernel/time.js';

export const TRANSFER_KINDS = ['gift', 'withdrawal'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

export const LINK_ENTITY_TYPES = ['device', 'instrument', 'ip', 'payout'] as const;
export type LinkEntityType = (typeof LINK_ENTITY_TYPES)[number];

/** Something an account was seen with, and how many accounts were seen with it, counted up to a cap. */
export interface LinkEntity {
  readonly type: LinkEntityType;
  readonly value: string;
  readonly accounts: number;
}

/** One transfer with what was known of its two ends when it was made. */
export interface Transfer {
  readonly id: string;
  readonly kind: TransferKind;
  readonly from: string;
  /** Null for a withdrawal: the value leaves. */
  readonly to: string | null;
  readonly amount: number;
  /** Of these, bonus and earned coins: nobody paid for them. */
  readonly free?: number | undefined;
  readonly at: Instant;
  /** When the giver signed up, if known. */
  readonly fromCreatedAt?: Instant | undefined;
  readonly toCreator?: boolean | undefined;
  /** What few enough accounts share to mean something, by end. */
  readonly fromEntities?: readonly LinkEntity[] | undefined;
  readonly toEntities?: readonly LinkEntity[] | undefined;
}

/** Bounds on everything that grows, so that a hot creator or a carrier's address costs no more than a newcomer. */
export const LINK_BOUNDS = {
  /** Partners remembered per account and direction; of the rest only how many there were. */
  partners: 64,
  /** Ways value may have come to an account. */
  trails: 32,
  /** Transfers in one trail or cycle. */
  hops: 6,
  /** How long value may be under way. */
  window: 30 * DAY,
  /** An entity that more accounts share says nothing of any two of them. */
  entityAccounts: { device: 30, instrument: 30, ip: 20, payout: 30 },
  /** An account with more partners joins nobody to anybody. */
  hubPartners: 200,
  /** Accounts in one ring or community. */
  members: 200,
} as const;

/** Whether so few accounts share the entity, and more than one, that it links them. */
export const entityLinks = ({ type, accounts }: LinkEntity): boolean =>
  accounts >= 2 && accounts <= LINK_BOUNDS.entityAccounts[type];

const TIE_STRENGTH: Readonly<Record<LinkEntityType, number>> = {
  device: 0.7,
  instrument: 0.8,
  payout: 0.85,
  ip: 0.4,
};

/** How strongly sharing the entity ties two accounts, 0 … 1: the more accounts share it, the less. */
export const tieStrength = (entity: LinkEntity): number =>
  entityLinks(entity) ? TIE_STRENGTH[entity.type] / (1 + (entity.accounts - 2) / 8) : 0;

export const entityKey = ({ type, value }: Pick<LinkEntity, 'type' | 'value'>): string => `${type}:${value}`;

/** What both ends were seen with, the strongest tie first. */
export function sharedEntities({ fromEntities = [], toEntities = [] }: Transfer): readonly LinkEntity[] {
  const theirs = new Set(toEntities.map(entityKey));
  return fromEntities
    .filter((entity) => theirs.has(entityKey(entity)) && tieStrength(entity) > 0)
    .sort((a, b) => tieStrength(b) - tieStrength(a));
}
