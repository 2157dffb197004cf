import type { StaffRingDetail } from '@coinwarden/contracts';
import { type Finding, LINK_ENTITY_TYPES } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { readEdgesAmong, readNodeRows, readShared } from '../persistence/neighbourhood.store.js';
import { type RingRow, readRingFindings, readRingMembers } from '../persistence/rings.store.js';
import { giftLinkOf, linkedAccountOf, sharedLinkOf } from './link-views.js';
import { RINGS, staffRingFor } from './ring-records.js';

const EVERYTHING = { from: new Date(0), to: new Date('9999-12-31T00:00:00Z'), minCoins: 0 };

/** A ring with its members, what was found about them, and everything that ties them. */
@Injectable()
export class RingPage {
  constructor(private readonly db: UnitOfWork) {}

  /** Throws `record.unknown`. */
  async read(ringId: string, actor: StaffActor): Promise<StaffRingDetail> {
    const row = await findStaffRecord<RingRow>(this.db, RINGS, ringId);
    if (row === null) throw new ProblemError('record.unknown', `There is no ring ${ringId}.`);
    const members = await readRingMembers(this.db, ringId);
    const [findings, accounts, edges, shared] = await Promise.all([
      readRingFindings(this.db, ringId),
      readNodeRows(this.db, members),
      readEdgesAmong(this.db, members, EVERYTHING),
      readShared(this.db, members, new Set(LINK_ENTITY_TYPES)),
    ]);
    const own = new Set(members);
    return {
      ...staffRingFor(actor)(row),
      findings: findings.map(findingView),
      accounts: accounts.map((account) =>
        linkedAccountOf(account, account.account_id === row.center_id ? 0 : 1),
      ),
      gifts: edges.map(giftLinkOf),
      shared: shared
        .map((entity) => ({ ...entity, accountIds: entity.accountIds.filter((id) => own.has(id)) }))
        .filter((entity) => entity.accountIds.length > 1)
        .map((entity) => sharedLinkOf(entity, actor.permissions)),
    };
  }
}

const findingView = ({ key, kind, score, amount, at, members, edges, values }: Finding) => ({
  key,
  kind,
  score,
  coins: amount,
  at: new Date(at).toISOString(),
  members: [...members],
  transfers: edges.map((edge) => ({
    from: edge.from,
    to: edge.to,
    kind: edge.kind,
    coins: edge.amount,
    at: new Date(edge.at).toISOString(),
    transactionId: edge.transferId,
  })),
  values: { ...values },
});
