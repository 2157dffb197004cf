import {
  type AccountLinksQuery,
  type AccountLinks as AccountLinksView,
  LINK_KINDS,
} from '@coinwarden/contracts';
import { emptyNode, LINK_BOUNDS, type Permission, partnerIds, scoreAccount } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { readAccount } from '../../accounts/accounts.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readNodes, readOwnScores, readPartnerCounts } from '../persistence/link-nodes.store.js';
import {
  type EdgeFilter,
  readEdgesAmong,
  readLargestEdges,
  readNodeRows,
  readShared,
} from '../persistence/neighbourhood.store.js';
import { giftLinkOf, linkedAccountOf, sharedLinkOf } from './link-views.js';

/** What each account brings per direction: the centre more than those further away. */
const PER_SIDE = [400, 40, 15] as const;
const EVER = { from: new Date(0), to: new Date('9999-12-31T00:00:00Z') };

/** The neighbourhood of an account, as far as somebody wants to look and no further than anybody could. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async read(
    accountId: string,
    query: AccountLinksQuery,
    permissions: ReadonlySet<Permission>,
  ): Promise<AccountLinksView> {
    const account = await readAccount(this.db, accountId);
    if (!account) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    const kinds = new Set<string>(query.kinds ?? LINK_KINDS);
    const filter: EdgeFilter = {
      from: query.from ? new Date(query.from) : EVER.from,
      to: query.to ? new Date(query.to) : EVER.to,
      minCoins: query.minCoins,
    };
    const { found, truncated } = await this.search(accountId, query, kinds, filter);
    const ids = [...found.keys()];
    const [rows, edges, shared, score] = await Promise.all([
      readNodeRows(this.db, ids),
      kinds.has('gift') ? readEdgesAmong(this.db, ids, filter) : [],
      readShared(this.db, ids, kinds),
      this.scoreOf(accountId),
    ]);
    const within = shared
      .map((entity) => ({ ...entity, accountIds: entity.accountIds.filter((id) => found.has(id)) }))
      .filter((entity) => entity.accountIds.length > 1);
    return {
      accountId,
      ...score,
      communitySize: account.links.communitySize,
      accounts: rows.map((row) => linkedAccountOf(row, found.get(row.account_id) ?? 0)),
      gifts: edges.map(giftLinkOf),
      shared: within.map((entity) => sharedLinkOf(entity, permissions)),
      truncated,
    };
  }

  /** Step by step outwards, the strongest first, until the limit; whoever deals with crowds is shown and not followed. */
  private async search(
    accountId: string,
    { hops, limit }: AccountLinksQuery,
    kinds: ReadonlySet<string>,
    filter: EdgeFilter,
  ): Promise<{ found: Map<string, number>; truncated: boolean }> {
    const found = new Map([[accountId, 0]]);
    let frontier = [accountId];
    let truncated = false;
    for (let hop = 1; hop <= hops && frontier.length > 0; hop++) {
      const reached = await this.neighbours(frontier, kinds, { ...filter, perSide: PER_SIDE[hop - 1]! });
      const fresh = reached.filter((id) => !found.has(id));
      const room = limit - found.size;
      truncated ||= fresh.length > room;
      frontier = fresh.slice(0, room);
      for (const id of frontier) found.set(id, hop);
      frontier = await this.withoutHubs(frontier);
    }
    return { found, truncated };
  }

  private async neighbours(
    frontier: readonly string[],
    kinds: ReadonlySet<string>,
    filter: EdgeFilter & { perSide: number },
  ): Promise<string[]> {
    const [shared, edges] = await Promise.all([
      readShared(this.db, frontier, kinds),
      kinds.has('gift') ? readLargestEdges(this.db, frontier, filter) : [],
    ]);
    edges.sort((a, b) => Number(b.amount - a.amount));
    return [
      ...new Set([
        ...shared.flatMap((entity) => entity.accountIds),
        ...edges.flatMap((edge) => [edge.account_id, edge.to_id]),
      ]),
    ];
  }

  private async withoutHubs(accountIds: readonly string[]): Promise<string[]> {
    const partners = await readPartnerCounts(this.db, accountIds);
    return accountIds.filter((id) => (partners.get(id) ?? 0) <= LINK_BOUNDS.hubPartners);
  }

  private async scoreOf(accountId: string) {
    const node = (await readNodes(this.db, [accountId])).get(accountId) ?? emptyNode(accountId);
    const own = await readOwnScores(this.db, [...partnerIds(node)]);
    const { score, parts } = scoreAccount(node, this.clock.now(), (id) => own.get(id) ?? 0);
    return { score, parts: [...parts] };
  }
}
