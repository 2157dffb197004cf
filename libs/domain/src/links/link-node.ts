/**
 * All that is remembered of one account's transfers, of bounded size whatever its history: partners, the ways value came
 * to it, its habits, and the signs against it. Folding the same transfers in the same order gives the same node, however
 * they are cut into runs; so it can be kept up to date a few thousand transfers at a time.
 */
import { DAY, type Instant } from '../kernel/time.js';
import type { FindingKind } from './finding.js';

export interface Partner {
  readonly accountId: string;
  count: number;
  amount: number;
  lastAmount: number;
  readonly firstAt: Instant;
  lastAt: Instant;
  lastTransferId: string;
  /** Whether the other had no other partner in this direction when it last met this one. */
  sole: boolean;
  /** Whether the other was younger than three days when they first met. */
  young: boolean;
  /** Whether an amount between them was unusual. */
  odd: boolean;
  creator: boolean;
  /** Keys of the entities that link the other to a few accounts. */
  entities: readonly string[];
  /** Of the amount, coins that nobody paid for. */
  free: number;
}

/** One direction of an account's transfers. `others` counts distinct partners, those no longer remembered included. */
export interface Side {
  count: number;
  amount: number;
  others: number;
  partners: Partner[];
}

export interface TrailStep {
  readonly accountId: string;
  readonly transferId: string;
  readonly amount: number;
  readonly at: Instant;
  /** How many partners the giver had by then. */
  readonly crowd: number;
}

/** A way value may have come here, each step after the one before; the first account is where it set out. */
export type Trail = readonly TrailStep[];

export const SIGNS = ['oddAmount', 'brokenHabit', 'repetition'] as const;
export type Sign = (typeof SIGNS)[number];

interface Trace {
  value: number;
  at: Instant;
}

export interface LinkNode {
  readonly accountId: string;
  readonly sent: Side;
  readonly received: Side;
  withdrawn: number;
  /** Of the logarithm of amounts sent: how many, and their running mean. */
  habit: { count: number; mean: number };
  trails: Trail[];
  readonly signs: Partial<Record<Sign, Trace>>;
  readonly findings: Partial<Record<FindingKind, Trace>>;
}

const side = (): Side => ({ count: 0, amount: 0, others: 0, partners: [] });

export const emptyNode = (accountId: string): LinkNode => ({
  accountId,
  sent: side(),
  received: side(),
  withdrawn: 0,
  habit: { count: 0, mean: 0 },
  trails: [],
  signs: {},
  findings: {},
});

const HALF_LIFE = 60 * DAY;

/** What is left of a trace: half after two months. */
export const faded = (trace: Trace | undefined, now: Instant): number =>
  trace === undefined ? 0 : trace.value * 0.5 ** (Math.max(0, now - trace.at) / HALF_LIFE);

/** Keeps whichever of the old trace and the new one is stronger at any one time; so their order does not matter. */
export function leaveTrace<Key extends string>(
  traces: Partial<Record<Key, Trace>>,
  key: Key,
  value: number,
  at: Instant,
): void {
  if (value <= 0) return;
  const before = traces[key];
  if (!before || lasting({ value, at }) >= lasting(before)) traces[key] = { value, at };
}

const lasting = ({ value, at }: Trace): number => Math.log2(value) + at / HALF_LIFE;

export const totalPartners = (node: LinkNode): number => node.sent.others + node.received.others;

/** As JSON: field names would be most of the text, so partners are written in order without them. */
export function encodeNode({ accountId: _, sent, received, ...rest }: LinkNode): string {
  return JSON.stringify([packed(sent), packed(received), rest]);
}

export function decodeNode(accountId: string, text: string): LinkNode {
  const [sent, received, rest] = JSON.parse(text) as [PackedSide, PackedSide, Omit<LinkNode, 'accountId'>];
  return { ...rest, accountId, sent: unpacked(sent), received: unpacked(received) };
}

/** Rows of before know nothing of free coins. */
type PackedPartner = ReturnType<typeof packedPartner> | PackedBefore;
type PackedBefore =
  ReturnType<typeof packedPartner> extends readonly [...infer Before, number] ? Before : never;
type PackedSide = readonly [
  count: number,
  amount: number,
  others: number,
  partners: readonly PackedPartner[],
];

const packed = ({ count, amount, others, partners }: Side): PackedSide => [
  count,
  amount,
  others,
  partners.map(packedPartner),
];

const unpacked = ([count, amount, others, partners]: PackedSide): Side => ({
  count,
  amount,
  others,
  partners: partners.map(unpackedPartner),
});

const packedPartner = (p: Partner) =>
  [
    p.accountId,
    p.count,
    p.amount,
    p.lastAmount,
    p.firstAt,
    p.lastAt,
    p.lastTransferId,
    (p.sole ? 1 : 0) + (p.young ? 2 : 0) + (p.odd ? 4 : 0) + (p.creator ? 8 : 0),
    p.entities,
    p.free,
  ] as const;

function unpackedPartner(p: PackedPartner): Partner {
  const [accountId, count, amount, lastAmount, firstAt, lastAt, lastTransferId, flags, entities, free = 0] =
    p;
  return {
    accountId,
    count,
    amount,
    lastAmount,
    firstAt,
    lastAt,
    lastTransferId,
    sole: (flags & 1) > 0,
    young: (flags & 2) > 0,
    odd: (flags & 4) > 0,
    creator: (flags & 8) > 0,
    entities,
    free,
  };
}
