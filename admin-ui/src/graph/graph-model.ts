import type { AccountLinks, GiftLink, LinkedAccount, SharedLink } from '@coinwarden/contracts';
import type { LinkEntityType } from '@coinwarden/domain';

/** What a picture of links is made of: accounts, the things they share, and what leads from one to the other. */
export interface LinkGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly byId: ReadonlyMap<string, GraphNode>;
}

export type GraphNode =
  | { readonly id: string; readonly kind: 'account'; readonly label: string; readonly account: LinkedAccount }
  | {
      readonly id: string;
      readonly kind: LinkEntityType;
      readonly label: string;
      readonly shared: SharedLink;
    };

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'gift' | 'shared';
  readonly coins: number;
}

export interface Linked {
  readonly accounts: readonly LinkedAccount[];
  readonly gifts: readonly GiftLink[];
  readonly shared: readonly SharedLink[];
}

/** Puts what several questions brought back together: each account, gift and shared thing once. */
export function merged(answers: readonly (Linked | AccountLinks)[]): Linked {
  const accounts = new Map<string, LinkedAccount>();
  const gifts = new Map<string, GiftLink>();
  const shared = new Map<string, SharedLink>();
  for (const answer of answers) {
    for (const account of answer.accounts) {
      const known = accounts.get(account.accountId);
      if (!known || account.hops < known.hops) accounts.set(account.accountId, account);
    }
    for (const gift of answer.gifts) gifts.set(`${gift.from}\n${gift.to}`, gift);
    for (const thing of answer.shared) shared.set(thing.id, joined(shared.get(thing.id), thing));
  }
  return { accounts: [...accounts.values()], gifts: [...gifts.values()], shared: [...shared.values()] };
}

const joined = (known: SharedLink | undefined, thing: SharedLink): SharedLink =>
  known ? { ...thing, accountIds: [...new Set([...known.accountIds, ...thing.accountIds])] } : thing;

export function graphOf({ accounts, gifts, shared }: Linked): LinkGraph {
  const nodes: GraphNode[] = [
    ...accounts.map((account) => ({
      id: account.accountId,
      kind: 'account' as const,
      label: account.displayName ?? account.accountId,
      account,
    })),
    ...shared.map((thing) => ({ id: thing.id, kind: thing.type, label: thing.label, shared: thing })),
  ];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges: GraphEdge[] = [
    ...gifts.map(({ from, to, coins }) => ({ from, to, coins, kind: 'gift' as const })),
    ...shared.flatMap((thing) =>
      thing.accountIds.map((id) => ({ from: id, to: thing.id, coins: 0, kind: 'shared' as const })),
    ),
  ].filter((edge) => byId.has(edge.from) && byId.has(edge.to));
  return { nodes, edges, byId };
}
