import {
  DAY,
  emptyNode,
  emptyProfile,
  foldTransfer,
  type Instant,
  type LinkNode,
  markMember,
  ownScore,
  scoreAccount,
} from '@coinwarden/domain';
import { areaUnderCurve } from './area-under-curve.js';
import type { TransferGraph } from './transfer-graph.js';

export interface GraphResult {
  /** After which share of the steps the accounts were scored. */
  readonly seenPercent: number;
  readonly auc: number;
  readonly accounts: number;
}

/**
 * Scores every account seen so far at four moments, each time from the transfers up to it alone, in the order of time.
 * Labels are only held against the scores afterwards. The graph's steps have no unit; its whole length is read as 30 days,
 * which is how far back the product looks.
 */
export function scoreGraph(graph: TransferGraph): { results: GraphResult[]; perSecond: number } {
  const nodes = new Map<string, LinkNode>();
  const node = (accountId: string) => {
    const found = nodes.get(accountId) ?? emptyNode(accountId);
    nodes.set(accountId, found);
    return found;
  };
  const memory = { node, profile: emptyProfile() };
  const last = Math.max(...graph.transfers.map(({ step }) => step));
  const at = (step: number): Instant => Math.round((step / last) * 30 * DAY);
  const results: GraphResult[] = [];
  let done = 0;
  let folding = 0;
  for (const percent of [25, 50, 75, 100]) {
    const until = (last * percent) / 100;
    const started = performance.now();
    for (; done < graph.transfers.length && graph.transfers[done]!.step <= until; done++) {
      const { from, to, amount, step } = graph.transfers[done]!;
      // Cents, because AMLSim's amounts have them.
      const transfer = {
        id: String(done),
        kind: 'gift' as const,
        from,
        to,
        amount: amount * 100,
        at: at(step),
      };
      for (const finding of foldTransfer(memory, transfer)) {
        for (const member of finding.members) markMember(node(member), finding);
      }
    }
    folding += performance.now() - started;
    results.push({ seenPercent: percent, ...scored(graph, nodes, at(until)) });
  }
  return { results, perSecond: Math.round((1_000 * done) / folding) };
}

function scored(graph: TransferGraph, nodes: ReadonlyMap<string, LinkNode>, now: Instant) {
  const own = new Map([...nodes].map(([id, node]) => [id, ownScore(node, now).score]));
  const accounts = [...nodes].map(([id, node]) => ({
    score: scoreAccount(node, now, (other) => own.get(other) ?? 0).score,
    labelled: graph.rings.has(id),
  }));
  return { auc: areaUnderCurve(accounts), accounts: accounts.length };
}
