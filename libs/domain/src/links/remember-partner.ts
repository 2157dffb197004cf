/** How an account's memory of its partners changes with a transfer; the oldest and smallest give way when it is full. */
import { DAY } from '../kernel/time.js';
import { type LinkNode, type Partner, type Side } from './link-node.js';
import { entityKey, entityLinks, LINK_BOUNDS, type LinkEntity, type Transfer } from './transfer.js';

const YOUNG = 3 * DAY;

export interface Meeting {
  readonly transfer: Transfer;
  readonly odd: boolean;
  /** Whether the other has no other partner in this direction. */
  readonly sole: boolean;
}

/** Returns whether they had met before. */
export function rememberSent(from: LinkNode, toId: string, meeting: Meeting): boolean {
  return remember(from.sent, toId, meeting, meeting.transfer.toEntities);
}

export function rememberReceived(to: LinkNode, fromId: string, meeting: Meeting): boolean {
  return remember(to.received, fromId, meeting, meeting.transfer.fromEntities);
}

function remember(
  side: Side,
  accountId: string,
  { transfer, odd, sole }: Meeting,
  entities: readonly LinkEntity[] = [],
): boolean {
  const { amount, free = 0, at, id, fromCreatedAt, toCreator = false } = transfer;
  side.count++;
  side.amount += amount;
  const known = side.partners.find((partner) => partner.accountId === accountId);
  if (known) {
    known.count++;
    known.amount += amount;
    known.free += free;
    known.lastAmount = amount;
    known.lastAt = Math.max(known.lastAt, at);
    known.lastTransferId = id;
    known.sole = sole;
    known.odd ||= odd;
    return true;
  }
  side.others++;
  side.partners.push({
    accountId,
    count: 1,
    amount,
    lastAmount: amount,
    firstAt: at,
    lastAt: at,
    lastTransferId: id,
    sole,
    young: fromCreatedAt !== undefined && at - fromCreatedAt < YOUNG,
    odd,
    creator: toCreator,
    entities: entities.filter(entityLinks).map(entityKey).slice(0, 4),
    free,
  });
  if (side.partners.length > LINK_BOUNDS.partners) forgetOne(side.partners);
  return false;
}

/** The one that says least: not the newest, and the smallest of those that are left. */
function forgetOne(partners: Partner[]): void {
  let least = 0;
  for (let i = 1; i < partners.length - 1; i++) {
    if (weight(partners[i]!) < weight(partners[least]!)) least = i;
  }
  partners.splice(least, 1);
}

const weight = ({ amount, odd, sole }: Partner) => amount * (odd ? 4 : 1) * (sole ? 2 : 1);
