import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Coins, Count } from '../display/amounts';
import { Instant } from '../display/instant';
import { type Column, RecordTable } from '../display/record-table';
import { AccountLink } from '../display/text-link';
import { AccountStatusTag, Word } from '../display/words';
import { FlowTabs } from '../resources/provenance/flow-tabs';
import type { Linked } from './graph-model';

const MOST_ROWS = 200;
/** Beside a case there is room for what matters most. */
const NARROW = 720;
type Of<Key extends keyof Linked> = Linked[Key][number];

interface GraphTablesProps {
  linked: Linked;
  onChoose: (id: string) => void;
}

/** The picture in words and figures, for whoever reads better than they see, and for copying. */
export function GraphTables({ linked, onChoose }: GraphTablesProps) {
  const translate = useTranslate();
  const tab = <Row,>(
    key: string,
    rows: readonly Row[],
    columns: readonly Column<Row>[],
    id: (row: Row) => string,
  ) => ({
    key,
    label: translate(`graph.${key}`, { smart_count: rows.length }),
    rest:
      rows.length > MOST_ROWS ? translate('graph.more', { smart_count: rows.length - MOST_ROWS }) : undefined,
    table: (
      <RecordTable
        rows={rows.slice(0, MOST_ROWS)}
        columns={columns}
        rowKey={id}
        empty={translate('graph.none')}
        label={translate(`graph.${key}`, { smart_count: rows.length })}
      />
    ),
  });
  const accounts = [...linked.accounts].sort((a, b) => a.hops - b.hops || b.score - a.score);
  const gifts = [...linked.gifts].sort((a, b) => b.coins - a.coins);
  const label = (name: string) => translate(`graph.column.${name}`);
  const accountColumns: Column<Of<'accounts'>>[] = [
    { label: label('account'), value: (a) => <AccountLink id={a.accountId} /> },
    { label: label('status'), value: (a) => a.status && <AccountStatusTag value={a.status} /> },
    { label: label('score'), numeric: true, value: (a) => <Count value={a.score} /> },
    {
      label: label('ring_score'),
      numeric: true,
      foldsBelow: NARROW,
      value: (a) => <Count value={a.ringScore} />,
    },
    {
      label: label('partners'),
      numeric: true,
      foldsBelow: NARROW,
      value: (a) => <Count value={a.partners} />,
    },
    { label: label('steps'), numeric: true, foldsBelow: NARROW, value: (a) => <Count value={a.hops} /> },
    {
      label: '',
      value: (a) => (
        <Button onClick={() => onChoose(a.accountId)} sx={{ minHeight: 0, paddingY: 0 }}>
          {translate('graph.choose')}
        </Button>
      ),
    },
  ];
  const giftColumns: Column<Of<'gifts'>>[] = [
    { label: label('from'), value: (g) => <AccountLink id={g.from} /> },
    { label: label('to'), value: (g) => <AccountLink id={g.to} /> },
    { label: label('coins'), numeric: true, value: (g) => <Coins value={g.coins} /> },
    {
      label: label('transfers'),
      numeric: true,
      foldsBelow: NARROW,
      value: (g) => <Count value={g.transfers} />,
    },
    { label: label('last'), foldsBelow: NARROW, value: (g) => <Instant value={g.lastAt} /> },
  ];
  const sharedColumns: Column<Of<'shared'>>[] = [
    { label: label('type'), value: (s) => <Word of="link_kind" value={s.type} /> },
    { label: label('value'), value: (s) => s.label },
    { label: label('accounts'), numeric: true, value: (s) => <Count value={s.accountIds.length} /> },
    { label: label('who'), value: (s) => s.accountIds.join(', ') },
  ];
  return (
    <FlowTabs
      label={translate('graph.tables')}
      tabs={[
        tab('accounts', accounts, accountColumns, (a) => a.accountId),
        tab('gifts', gifts, giftColumns, (g) => `${g.from}>${g.to}`),
        tab('shared', linked.shared, sharedColumns, (s) => s.id),
      ]}
    />
  );
}
