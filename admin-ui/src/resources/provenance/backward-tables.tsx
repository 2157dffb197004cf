import type { ProvenanceBackward } from '@coinwarden/contracts';
import { PURCHASE_CONCERNS } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { Coins, Count, Diamonds, Money } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { OutcomeTag } from '../../display/words';
import { ConcernTag } from './concern-tag';
import { type FlowTab, FlowTabs } from './flow-tabs';
import { MoneyBackWords } from './money-back-words';
import { type FlowWords, useFlowWords } from './use-flow-words';

type Purchase = ProvenanceBackward['purchases']['items'][number];
type Buyer = ProvenanceBackward['buyers']['items'][number];
type Gift = ProvenanceBackward['gifts']['items'][number];

interface Figure {
  readonly label: string;
  readonly value: number;
}

/** The purchases behind it, with what is known for and against each. */
export function BackwardTables({ backward, title }: { backward: ProvenanceBackward; title: string }) {
  const words = useFlowWords();
  const tabs = [purchases(backward, words), figures(backward, words), buyers(backward, words)];
  const found = [...tabs, gifts(backward, words)].filter((tab) => tab !== null);
  return <FlowTabs tabs={found} label={title} />;
}

const amountIn = ({ unit }: ProvenanceBackward, words: FlowWords) =>
  unit === 'COIN' ? words.coins : words.diamonds;

const Amount = ({ of: { unit }, value }: { of: ProvenanceBackward; value: number }) =>
  unit === 'COIN' ? <Coins value={value} /> : <Diamonds value={value} />;

function purchases(backward: ProvenanceBackward, words: FlowWords): FlowTab | null {
  const { items, rest } = backward.purchases;
  if (items.length === 0) return null;
  const columns: Column<Purchase>[] = [
    { label: words.say('standing'), value: (row) => <ConcernTag value={row.concern} /> },
    {
      label: words.say('purchase'),
      value: (row) => (
        <TransactionLink id={row.purchaseId}>
          <Money value={row.money} />
        </TransactionLink>
      ),
    },
    { label: words.say('at'), value: (row) => <Instant value={row.purchasedAt} /> },
    { label: words.say('buyer'), value: (row) => <AccountLink id={row.accountId} /> },
    {
      label: words.say('share_of_this'),
      numeric: true,
      value: (row) => <Amount of={backward} value={row.amount} />,
    },
    { label: words.say('decision'), value: (row) => <Decision decision={row.decision} /> },
    { label: words.say('money_back'), value: (row) => <MoneyBackWords value={row.moneyBack} /> },
  ];
  const amount = amountIn(backward, words)(rest.amount);
  const more = rest.count > 0 ? `${words.count('more_purchases_behind', rest.count)}: ${amount}` : undefined;
  const label = words.count('purchases', items.length + rest.count);
  return {
    key: 'purchases',
    label,
    rest: more,
    table: (
      <RecordTable
        label={label}
        rows={items}
        columns={columns}
        rowKey={(row) => row.purchaseId}
        empty={words.say('nothing')}
      />
    ),
  };
}

/** How it was judged, and the rules that had something to say. */
const Decision = ({ decision: { outcome, score, rules } }: { decision: Purchase['decision'] }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center' }}>
    <OutcomeTag value={outcome} />
    <span className="tabular">{score}</span>
    {rules.map((rule) => (
      <Box component="span" key={rule.key} title={rule.description} sx={{ color: 'var(--muted)' }}>
        {rule.key}
      </Box>
    ))}
  </Box>
);

function figures(backward: ProvenanceBackward, words: FlowWords): FlowTab {
  const { parts, concerns, maturity, total } = backward;
  const rows: Figure[] = [
    ...PURCHASE_CONCERNS.map((concern) => ({
      label: `${words.say('bought')} › ${words.say(`concern.${concern}`)}`,
      value: concerns[concern],
    })),
    { label: words.say('rewards'), value: parts.rewards },
    { label: words.say('further'), value: parts.further },
    ...(maturity
      ? [
          { label: words.say('diamond_fate.available'), value: maturity.available },
          { label: words.say('diamond_fate.maturing'), value: maturity.maturing },
        ]
      : []),
  ];
  const columns: Column<Figure>[] = [
    { label: words.say('source'), value: (row) => row.label },
    { label: words.say('amount'), numeric: true, value: (row) => <Amount of={backward} value={row.value} /> },
    { label: words.say('share'), numeric: true, value: (row) => words.format.percent(row.value / total) },
  ];
  return {
    key: 'figures',
    label: words.say('figures'),
    table: (
      <RecordTable
        label={words.say('figures')}
        rows={rows.filter((row) => row.value > 0)}
        columns={columns}
        rowKey={(row) => row.label}
        empty={words.say('nothing')}
      />
    ),
  };
}

function buyers(backward: ProvenanceBackward, words: FlowWords): FlowTab | null {
  const { items, rest } = backward.buyers;
  if (items.length === 0) return null;
  const columns: Column<Buyer>[] = [
    { label: words.say('buyer'), value: (row) => <AccountLink id={row.accountId} /> },
    { label: words.say('purchase_count'), numeric: true, value: (row) => <Count value={row.purchases} /> },
    {
      label: words.say('share_of_this'),
      numeric: true,
      value: (row) => <Amount of={backward} value={row.amount} />,
    },
    ...PURCHASE_CONCERNS.filter((concern) => backward.concerns[concern] > 0).map(
      (concern): Column<Buyer> => ({
        label: words.say(`concern.${concern}`),
        numeric: true,
        value: (row) => <Count value={row.concerns[concern]} />,
      }),
    ),
  ];
  const label = words.count('buyers', items.length + rest.count);
  return {
    key: 'buyers',
    label,
    rest: rest.count > 0 ? words.count('more_buyers', rest.count) : undefined,
    table: (
      <RecordTable
        label={label}
        rows={items}
        columns={columns}
        rowKey={(row) => row.accountId}
        empty={words.say('nothing')}
      />
    ),
  };
}

function gifts(backward: ProvenanceBackward, words: FlowWords): FlowTab | null {
  const { items, rest } = backward.gifts;
  if (items.length === 0) return null;
  const columns: Column<Gift>[] = [
    {
      label: words.say('at'),
      value: (row) => (
        <TransactionLink id={row.giftId}>
          <Instant value={row.at} />
        </TransactionLink>
      ),
    },
    { label: words.say('from'), value: (row) => <AccountLink id={row.senderId} /> },
    {
      label: words.say('share_of_this'),
      numeric: true,
      value: (row) => <Amount of={backward} value={row.amount} />,
    },
  ];
  const label = words.count('gifts', items.length + rest.count);
  return {
    key: 'gifts',
    label,
    rest:
      rest.count > 0
        ? `${words.count('more_gifts', rest.count)}: ${amountIn(backward, words)(rest.amount)}`
        : undefined,
    table: (
      <RecordTable
        label={label}
        rows={items}
        columns={columns}
        rowKey={(row) => row.giftId}
        empty={words.say('nothing')}
      />
    ),
  };
}
