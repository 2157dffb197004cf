import type { ProvenanceBackward } from '@coinwarden/contracts';
import { PURCHASE_CONCERNS, type PurchaseConcern } from '@coinwarden/domain';
import type { FlowGraph, FlowLink, FlowNode } from './flow-graph';
import type { FlowRoot } from './forward-graph';
import type { FlowWords } from './use-flow-words';

const MOST_PURCHASES = 7;
const MOST_BUYERS = 5;

type Amounts = Record<PurchaseConcern, number>;
type Purchase = ProvenanceBackward['purchases']['items'][number];

const none = (): Amounts => ({ disputed: 0, refunded: 0, flagged: 0, clear: 0 });

/** Purchases, coloured by what there is to say against them → who bought → what is asked about. */
export function backwardGraph(
  { backward, root }: { backward: ProvenanceBackward; root: FlowRoot },
  words: FlowWords,
): FlowGraph {
  const amount = backward.unit === 'COIN' ? words.coins : words.diamonds;
  const nodes: FlowNode[] = [];
  const links: FlowLink[] = [];
  const shown = backward.purchases.items.slice(0, MOST_PURCHASES);
  const buyers = buyersOf(backward, words);
  for (const one of shown) {
    nodes.push({ ...purchaseNode(one, words), amount: amount(one.amount) });
    const to = buyers.has(one.accountId) ? `buyer:${one.accountId}` : 'buyer:rest';
    links.push({ from: one.purchaseId, to, value: one.amount, tone: one.concern });
  }
  for (const [id, left] of restOf(shown, buyers)) {
    for (const concern of PURCHASE_CONCERNS) {
      if (left[concern] === 0) continue;
      links.push({ from: `rest:${concern}`, to: `buyer:${id}`, value: left[concern], tone: concern });
    }
  }
  for (const concern of PURCHASE_CONCERNS) {
    const id = `rest:${concern}`;
    const sum = links.filter((link) => link.from === id).reduce((total, link) => total + link.value, 0);
    if (sum === 0) continue;
    nodes.push({ id, column: 0, label: words.say('more_purchases'), amount: amount(sum), tone: concern });
  }
  for (const [id, { label, to, total, concerns }] of buyers) {
    nodes.push({
      id: `buyer:${id}`,
      column: 1,
      label,
      amount: amount(total),
      tone: 'source',
      ...(to && { to }),
    });
    for (const concern of PURCHASE_CONCERNS) {
      if (concerns[concern] === 0) continue;
      links.push({ from: `buyer:${id}`, to: 'root', value: concerns[concern], tone: concern });
    }
  }
  for (const part of ['rewards', 'further'] as const) {
    const value = backward.parts[part];
    if (value === 0) continue;
    nodes.push({ id: part, column: 1, label: words.say(part), amount: amount(value), tone: 'source' });
    links.push({ from: part, to: 'root', value, tone: 'source' });
  }
  nodes.push({ id: 'root', column: 2, ...root });
  return { nodes: [...nodes].sort((a, b) => a.column - b.column), links };
}

function purchaseNode({ purchaseId, money, concern }: Purchase, words: FlowWords) {
  const label = words.money(money);
  const name = `${words.translate('kind.purchase')} ${label}, ${words.say(`concern.${concern}`)}`;
  const to = `/transactions/${encodeURIComponent(purchaseId)}/show`;
  return { id: purchaseId, column: 0, label, name, tone: concern, to };
}

interface Buyer {
  readonly label: string;
  readonly to?: string;
  readonly total: number;
  readonly concerns: Amounts;
}

/** The largest buyers by name, all others as one. */
function buyersOf({ buyers, concerns, parts }: ProvenanceBackward, words: FlowWords): Map<string, Buyer> {
  const named = buyers.items.slice(0, MOST_BUYERS);
  const rest: Amounts = { ...concerns };
  const result = new Map<string, Buyer>();
  let left = parts.purchases;
  for (const { accountId, amount, concerns: own } of named) {
    const to = `/accounts/${encodeURIComponent(accountId)}/show`;
    result.set(accountId, { label: accountId, to, total: amount, concerns: own });
    for (const concern of PURCHASE_CONCERNS) rest[concern] -= own[concern];
    left -= amount;
  }
  const others = buyers.items.length - named.length + buyers.rest.count;
  if (others > 0) {
    result.set('rest', { label: words.count('more_buyers', others), total: left, concerns: rest });
  }
  return result;
}

/** What each buyer brought beyond the purchases that are shown. */
function restOf(shown: readonly Purchase[], buyers: ReadonlyMap<string, Buyer>): Map<string, Amounts> {
  const left = new Map([...buyers].map(([id, { concerns }]) => [id, { ...none(), ...concerns }]));
  for (const { accountId, amount, concern } of shown) {
    left.get(left.has(accountId) ? accountId : 'rest')![concern] -= amount;
  }
  return left;
}
