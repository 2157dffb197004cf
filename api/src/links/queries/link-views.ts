import type { GiftLink, LinkedAccount, SharedLink } from '@coinwarden/contracts';
import {
  type AccountStatus,
  decodeLinks,
  type LinkEntityType,
  masked,
  type Permission,
  type PersonalDetail,
  tieStrength,
} from '@coinwarden/domain';
import type { EdgeRow, NodeRow, SharedEntity } from '../persistence/neighbourhood.store.js';

const DETAIL: Readonly<Record<LinkEntityType, PersonalDetail>> = {
  device: 'device',
  ip: 'ip',
  instrument: 'paymentInstrument',
  payout: 'payoutDestination',
};

export const giftLinkOf = (row: EdgeRow): GiftLink => ({
  from: row.account_id,
  to: row.to_id,
  transfers: row.transfers,
  coins: Number(row.amount),
  firstAt: row.first_at.toISOString(),
  lastAt: row.last_at.toISOString(),
});

/** The id is the same for everyone who asks and says no more than the label and the accounts do. */
export function sharedLinkOf(entity: SharedEntity, permissions: ReadonlySet<Permission>): SharedLink {
  const label = masked(permissions, DETAIL[entity.type], entity.value);
  return {
    id: `${entity.type}:${label}:${entity.accountIds[0]}`,
    type: entity.type,
    label,
    accountIds: [...entity.accountIds],
    strengthPercent: Math.round(100 * tieStrength(entity)),
  };
}

export const linkedAccountOf = (row: NodeRow, hops: number): LinkedAccount => ({
  accountId: row.account_id,
  displayName: row.display_name,
  status: row.status as AccountStatus | null,
  creator: row.creator,
  score: row.score,
  ringScore: decodeLinks(row.links).ringScore,
  partners: row.partners,
  hops,
});
