import type { FlowStage } from '@coinwarden/contracts';
import { COIN_FATES, DIAMOND_FATES } from '@coinwarden/domain';
import { Coins, Count, Diamonds } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { Word } from '../../display/words';
import { type FlowTab, FlowTabs } from './flow-tabs';
import { type FlowWords, useFlowWords } from './use-flow-words';

type Creator = FlowStage['creators']['items'][number];
type Gift = FlowStage['gifts']['items'][number];
type CashOut = FlowStage['cashOuts']['items'][number];
type Use = FlowStage['uses']['items'][number];

interface Figure {
  readonly key: string;
  readonly label: string;
  readonly unit: 'coins' | 'diamonds';
  readonly value: number;
  readonly share: number;
}

/** Everything the picture shows, in figures, and everything it has no room for. */
export function ForwardTables({ stage, title }: { stage: FlowStage; title: string }) {
  const words = useFlowWords();
  const tabs = [figures(stage, words), creators(stage, words), gifts(stage, words), cashOuts(stage, words)];
  const found = [...tabs, uses(stage, words)].filter((tab) => tab !== null);
  return <FlowTabs tabs={found} label={title} />;
}

function figures({ fates, diamonds, coins }: FlowStage, words: FlowWords): FlowTab {
  const rows: Figure[] = [
    ...COIN_FATES.map((fate): Figure => {
      const value = fates[fate];
      const label = words.say(`coin_fate.${fate}`);
      return { key: `coin:${fate}`, label, unit: 'coins', value, share: value / coins };
    }),
    ...DIAMOND_FATES.map((fate): Figure => {
      const value = diamonds[fate];
      const label = `${words.say('coin_fate.gifted')} › ${words.say(`diamond_fate.${fate}`)}`;
      return { key: `diamond:${fate}`, label, unit: 'diamonds', value, share: value / fates.gifted };
    }),
  ];
  const columns: Column<Figure>[] = [
    { label: words.say('fate'), value: (row) => row.label },
    {
      label: words.say('amount'),
      numeric: true,
      value: ({ unit, value }) => (unit === 'coins' ? <Coins value={value} /> : <Diamonds value={value} />),
    },
    { label: words.say('share'), numeric: true, value: (row) => words.format.percent(row.share) },
  ];
  return tab('figures', words.say('figures'), { rows: rows.filter((row) => row.value > 0), columns, words });
}

function creators({ creators: { items, rest }, diamonds }: FlowStage, words: FlowWords): FlowTab | null {
  if (items.length === 0) return null;
  const columns: Column<Creator>[] = [
    { label: words.say('creator'), value: (row) => <AccountLink id={row.accountId} /> },
    { label: words.say('gift_count'), numeric: true, value: (row) => <Count value={row.gifts} /> },
    { label: words.say('coins'), numeric: true, value: (row) => <Count value={row.coins} /> },
    ...DIAMOND_FATES.filter((fate) => diamonds[fate] > 0).map(
      (fate): Column<Creator> => ({
        label: words.say(`diamond_fate.${fate}`),
        numeric: true,
        value: (row) => <Count value={row.diamonds[fate]} />,
      }),
    ),
  ];
  const more =
    rest.count > 0 ? `${words.count('more_creators', rest.count)}: ${words.coins(rest.coins)}` : '';
  const label = words.count('creators', items.length + rest.count);
  return tab('creators', label, { rows: items, columns, words, more });
}

function gifts({ gifts: { items, rest } }: FlowStage, words: FlowWords): FlowTab | null {
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
    { label: words.say('creator'), value: (row) => <AccountLink id={row.creatorId} /> },
    { label: words.say('coins_of_this'), numeric: true, value: (row) => <Count value={row.coins} /> },
    { label: words.say('coins_in_all'), numeric: true, value: (row) => <Count value={row.totalCoins} /> },
    {
      label: words.say('diamonds'),
      value: ({ diamonds }) =>
        DIAMOND_FATES.filter((fate) => diamonds[fate] > 0)
          .map((fate) => `${words.format.number(diamonds[fate])} ${words.say(`diamond_fate.${fate}`)}`)
          .join(', '),
    },
    { label: words.say('matures'), value: (row) => <Instant value={row.maturesAt} /> },
  ];
  const more = rest.count > 0 ? `${words.count('more_gifts', rest.count)}: ${words.coins(rest.coins)}` : '';
  return tab('gifts', words.count('gifts', items.length + rest.count), { rows: items, columns, words, more });
}

function cashOuts({ cashOuts: { items, rest } }: FlowStage, words: FlowWords): FlowTab | null {
  if (items.length === 0) return null;
  const columns: Column<CashOut>[] = [
    {
      label: words.say('at'),
      value: (row) => (
        <TransactionLink id={row.transactionId}>
          <Instant value={row.at} />
        </TransactionLink>
      ),
    },
    {
      label: words.say('kind'),
      value: (row) => (
        <>
          <Word of="kind" value={row.kind} />
          {row.further && ` (${words.say('not_followed')})`}
        </>
      ),
    },
    { label: words.say('account'), value: (row) => <AccountLink id={row.accountId} /> },
    { label: words.say('diamonds_of_this'), numeric: true, value: (row) => <Count value={row.diamonds} /> },
    {
      label: words.say('diamonds_in_all'),
      numeric: true,
      value: (row) => <Count value={row.totalDiamonds} />,
    },
  ];
  const more =
    rest.count > 0 ? `${words.count('more_cash_outs', rest.count)}: ${words.diamonds(rest.diamonds)}` : '';
  const label = words.count('cash_outs', items.length + rest.count);
  return tab('cash_outs', label, { rows: items, columns, words, more });
}

function uses({ uses: { items, rest } }: FlowStage, words: FlowWords): FlowTab | null {
  if (items.length === 0) return null;
  const columns: Column<Use>[] = [
    {
      label: words.say('at'),
      value: (row) => (
        <TransactionLink id={row.transactionId}>
          <Instant value={row.at} />
        </TransactionLink>
      ),
    },
    { label: words.say('fate'), value: (row) => words.say(`coin_fate.${row.fate}`) },
    { label: words.say('transaction'), value: (row) => <Word of="kind" value={row.kind} /> },
    { label: words.say('content'), value: (row) => row.contentId ?? '–' },
    { label: words.say('coins_of_this'), numeric: true, value: (row) => <Count value={row.coins} /> },
  ];
  const more = rest.count > 0 ? `${words.count('more_uses', rest.count)}: ${words.coins(rest.coins)}` : '';
  return tab('uses', words.count('uses', items.length + rest.count), { rows: items, columns, words, more });
}

function tab<Row extends object>(
  key: string,
  label: string,
  { rows, columns, words, more }: { rows: Row[]; columns: Column<Row>[]; words: FlowWords; more?: string },
): FlowTab {
  return {
    key,
    label,
    table: (
      <RecordTable
        label={label}
        rows={rows}
        columns={columns}
        rowKey={(_, index) => String(index)}
        empty={words.say('nothing')}
      />
    ),
    rest: more,
  };
}
