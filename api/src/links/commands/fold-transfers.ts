import {
  emptyNode,
  type Finding,
  findFarm,
  foldTransfer,
  joinCommunities,
  LINK_BOUNDS,
  type LinkNode,
  makesRing,
  markMember,
  ownScore,
  partnerIds,
  scoreAccount,
  type Tie,
  type Transfer,
  totalPartners,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { readLabels, relabel, takeTies } from '../persistence/communities.store.js';
import { refreshLinkFacts } from '../persistence/link-facts.store.js';
import {
  lockLinks,
  readNodes,
  readOwnScores,
  readProfile,
  writeNodes,
  writeProfile,
  writeScores,
} from '../persistence/link-nodes.store.js';
import {
  addToEdges,
  markFolded,
  parsedEntity,
  readEntities,
  takeWaiting,
} from '../persistence/link-transfers.store.js';
import { readSeenThere } from '../persistence/newcomers.store.js';
import { PlaceFindings } from './place-findings.js';

const TRANSFERS_A_RUN = 1_000;
const TIES_A_RUN = 2_000;

/**
 * Takes waiting transfers into the links, oldest first: nodes, sums, rings, communities, scores, alerts and what rules
 * read. Each step is one transaction that also marks what it took up, so dying in one repeats it and changes nothing.
 */
@Injectable()
export class FoldTransfers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly place: PlaceFindings,
  ) {}

  /** Runs until nothing waits; returns how many transfers it took up. */
  async run(): Promise<number> {
    let folded = 0;
    for (;;) {
      const step = await this.uow.run((tx) => this.step(tx));
      folded += step.transfers;
      if (!step.more) return folded;
    }
  }

  private async step(tx: Tx): Promise<{ transfers: number; more: boolean }> {
    if (!(await lockLinks(tx))) return { transfers: 0, more: false };
    const now = this.clock.now();
    const { taken, ties, crowded } = await takeTies(tx, { max: TIES_A_RUN, at: now });
    const transfers = await this.takeTransfers(tx);
    if (taken === 0 && transfers.length === 0) return { transfers: 0, more: false };

    const { nodes, findings } = await this.fold(tx, transfers, await this.findFarms(tx, crowded));
    const inRings = await this.place.run(tx, findings, now);
    const hub = (id: string) => totalPartners(nodes.get(id) ?? emptyNode(id)) > LINK_BOUNDS.hubPartners;
    const relabelled = await this.join(tx, [...ties, ...tiesOf(findings, hub)]);
    await this.score(tx, nodes, now);
    await refreshLinkFacts(tx, [...nodes.keys(), ...inRings, ...relabelled]);
    await markFolded(tx, transfers, now);
    return {
      transfers: transfers.length,
      more: transfers.length === TRANSFERS_A_RUN || taken === TIES_A_RUN,
    };
  }

  private async takeTransfers(tx: Tx): Promise<Transfer[]> {
    const waiting = await takeWaiting(tx, TRANSFERS_A_RUN);
    const entities = await readEntities(tx, endsOf(waiting));
    return waiting.map((transfer) => ({
      ...transfer,
      fromEntities: entities.get(transfer.from),
      toEntities: transfer.to === null ? undefined : entities.get(transfer.to),
    }));
  }

  private async findFarms(tx: Tx, entities: readonly string[]): Promise<Finding[]> {
    if (entities.length === 0) return [];
    const seen = await readSeenThere(tx, entities);
    return [...seen]
      .map(([entity, accounts]) => findFarm(parsedEntity(entity), accounts))
      .filter((farm) => farm !== null);
  }

  private async fold(tx: Tx, transfers: readonly Transfer[], farms: readonly Finding[]) {
    const nodes = await readNodes(tx, endsOf(transfers));
    const profile = await readProfile(tx);
    const node = (accountId: string): LinkNode => {
      const known = nodes.get(accountId) ?? emptyNode(accountId);
      nodes.set(accountId, known);
      return known;
    };
    const found = transfers.flatMap((transfer) => foldTransfer({ node, profile }, transfer));
    const findings = [...found, ...farms];
    const others = findings.flatMap(({ members }) => members).filter((id) => !nodes.has(id));
    for (const [id, other] of await readNodes(tx, [...new Set(others)])) nodes.set(id, other);
    for (const finding of findings) for (const id of finding.members) markMember(node(id), finding);
    if (nodes.size > 0) await writeNodes(tx, [...nodes.values()]);
    await writeProfile(tx, profile);
    await addToEdges(tx, transfers);
    return { nodes, findings };
  }

  private async join(tx: Tx, ties: readonly Tie[]): Promise<string[]> {
    if (ties.length === 0) return [];
    const labels = await readLabels(tx, [...new Set(ties.flat())]);
    return relabel(tx, joinCommunities(labels, ties));
  }

  private async score(tx: Tx, nodes: ReadonlyMap<string, LinkNode>, now: number): Promise<void> {
    const own = new Map([...nodes].map(([id, node]) => [id, ownScore(node, now).score]));
    const partners = new Set([...nodes.values()].flatMap((node) => [...partnerIds(node)]));
    const known = await readOwnScores(
      tx,
      [...partners].filter((id) => !own.has(id)),
    );
    await writeScores(
      tx,
      [...nodes].map(([accountId, node]) => ({
        accountId,
        ownScore: own.get(accountId) ?? 0,
        score: scoreAccount(node, now, (id) => own.get(id) ?? known.get(id) ?? 0).score,
      })),
    );
  }
}

const endsOf = (transfers: readonly Pick<Transfer, 'from' | 'to'>[]): string[] => [
  ...new Set(transfers.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))),
];

/** Members of a ring belong together as much as those who share a device; whoever deals with crowds does not. */
const tiesOf = (findings: readonly Finding[], isHub: (accountId: string) => boolean): Tie[] =>
  findings.filter(makesRing).flatMap(({ members }) => {
    const [first, ...others] = members.filter((id) => !isHub(id));
    return first === undefined ? [] : others.map((other): Tie => [first, other]);
  });
