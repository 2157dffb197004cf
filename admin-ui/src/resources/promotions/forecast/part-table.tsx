import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Count } from '../../../display/amounts';
import { RecordTable } from '../../../display/record-table';

interface PartRow {
  readonly key: string;
  readonly uses: number;
  readonly accounts: number;
  readonly costCoins: number;
}

interface PartTableProps {
  title: string;
  rows: readonly PartRow[];
  nameOf: (key: string) => string;
}

const FIRST = 6;

/** Uses, accounts and cost by one of their parts, the largest first. */
export function PartTable({ title, rows, nameOf }: PartTableProps) {
  const [all, setAll] = useState(false);
  const translate = useTranslate();
  const sorted = [...rows].sort((a, b) => b.costCoins - a.costCoins);
  return (
    <Box sx={{ marginX: -2 }}>
      <RecordTable
        label={title}
        rows={all ? sorted : sorted.slice(0, FIRST)}
        rowKey={({ key }) => key}
        empty={translate('promotion.simulation.nobody')}
        columns={[
          { label: title, value: ({ key }) => nameOf(key) },
          {
            label: translate('promotion.simulation.uses'),
            numeric: true,
            value: ({ uses }) => <Count value={uses} />,
          },
          {
            label: translate('promotion.simulation.accounts'),
            numeric: true,
            foldsBelow: 380,
            value: ({ accounts }) => <Count value={accounts} />,
          },
          {
            label: translate('promotion.simulation.cost'),
            numeric: true,
            value: ({ costCoins }) => <Count value={costCoins} />,
          },
        ]}
      />
      {rows.length > FIRST && (
        <Button onClick={() => setAll(!all)} sx={{ marginInlineStart: 1.5 }}>
          {translate(all ? 'promotion.simulation.fewer' : 'promotion.simulation.all', { count: rows.length })}
        </Button>
      )}
    </Box>
  );
}
