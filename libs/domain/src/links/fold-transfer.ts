/**
 * Takes one transfer into the memory of its two accounts and says what it reveals. This is the whole of the incremental
 * job: it reads and changes two bounded nodes and the profile of usual amounts, whatever came before, so a transfer to a
 * creator with a million givers costs what any other costs. Transfers are folded in the order of time; one that comes
 * late is still judged by its own time.
 */
import { type AmountProfile, amountSurprise, recordAmount, repeatSurprise } from './amount-profile.js';
import { findChain, findCycle, findSelfGift } from './detect.js';
import { type Finding, RING_SCORE } from './finding.js';
import { findFanOut, findFunnel } from './gatherings.js';
import { findLaundering } from './laundering.js';
import { type LinkNode, leaveTrace, type Sign, totalPartners } from './link-node.js';
import { rememberReceived, rememberSent } from './remember-partner.js';
import { followTransfer } from './trails.js';
import { LINK_BOUNDS, type Transfer } from './transfer.js';

export interface LinkMemory {
  /** The node of an account, made when there is none. */
  readonly node: (accountId: string) => LinkNode;
  readonly profile: AmountProfile;
}

/** From so many bits an amount is odd. */
const ODD_BITS = 4;

export function foldTransfer(memory: LinkMemory, transfer: Transfer): Finding[] {
  const from = memory.node(transfer.from);
  const surprise = amountSurprise(memory.profile, transfer.kind, transfer.amount);
  return transfer.to === null ? withdraw(from, transfer) : give(memory, from, transfer, surprise);
}

function withdraw(from: LinkNode, transfer: Transfer): Finding[] {
  from.withdrawn += transfer.amount;
  const chain = findChain(from, transfer);
  const funnel = findFunnel(from, transfer);
  const laundering = findLaundering(from, transfer);
  return [chain, funnel, laundering].filter((finding) => finding !== null);
}

function give(memory: LinkMemory, from: LinkNode, transfer: Transfer, surprise: number): Finding[] {
  const { profile } = memory;
  const to = memory.node(transfer.to as string);
  const odd = surprise >= ODD_BITS && !isHabit(from, transfer.amount);
  const known = from.sent.partners.some((partner) => partner.accountId === to.accountId);
  const givesElsewhere = from.sent.others - (known ? 1 : 0) > 0;
  const getsElsewhere = to.received.others - (known ? 1 : 0) > 0;
  const repeated = rememberSent(from, to.accountId, { transfer, odd, sole: !getsElsewhere });
  rememberReceived(to, from.accountId, { transfer, odd, sole: !givesElsewhere });

  const sign = (name: Sign, value: number) => {
    for (const node of [from, to]) leaveTrace(node.signs, name, value * calm(node), transfer.at);
  };
  sign('oddAmount', bits(surprise));
  sign('brokenHabit', habitBroken(from, transfer.amount));
  if (repeated) sign('repetition', bits(repeatSurprise(profile)));
  recordAmount(profile, { kind: transfer.kind, amount: transfer.amount, repeated });

  const cycles = followTransfer(from, to, transfer).map(findCycle);
  const others = [
    findSelfGift(from, to, transfer),
    findFunnel(to, transfer),
    findFanOut(from, transfer),
    findLaundering(to, transfer),
  ];
  return [...cycles, ...others].filter((finding) => finding !== null);
}

/** Two bits are chance, six are as much as counts. */
const CHANCE_BITS = 2;
const FULL_BITS = 6;
const bits = (surprise: number): number =>
  Math.max(0, Math.min(1, (surprise - CHANCE_BITS) / (FULL_BITS - CHANCE_BITS)));

/** Among thousands of transfers one is odd by chance. */
const calm = (node: LinkNode): number => 1 / (1 + totalPartners(node) / (4 * LINK_BOUNDS.hubPartners));

const ENOUGH_FOR_HABIT = 3;
const HABIT_MEMORY = 20;
const SAME_SIZE = 0.2;

const sizeOf = (amount: number): number => Math.log(Math.max(1, amount));

/** How far an amount is from what the giver gives, 0 … 1, as soon as there is a habit; then it becomes part of it. */
/** What somebody always gives is not odd of them, however few others give it. */
const isHabit = ({ habit }: LinkNode, amount: number): boolean =>
  habit.count > 0 && Math.abs(sizeOf(amount) - habit.mean) < SAME_SIZE;

function habitBroken({ habit }: LinkNode, amount: number): number {
  const size = sizeOf(amount);
  const off = habit.count < ENOUGH_FOR_HABIT ? 0 : Math.abs(size - habit.mean);
  habit.count = Math.min(HABIT_MEMORY, habit.count + 1);
  habit.mean += (size - habit.mean) / habit.count;
  return Math.max(0, Math.min(1, (off - 0.5) / 2));
}

/** Leaves a finding's mark on one of its members, who need not be an end of the transfer that revealed it. */
export function markMember(node: LinkNode, finding: Finding): void {
  leaveTrace(node.findings, finding.kind, finding.score / 1_000, finding.at);
}

/** Whether a finding is strong enough to stand for a ring. */
export const makesRing = ({ score }: Finding): boolean => score >= RING_SCORE;
