import { Box } from '@mui/material';
import { Fragment, type ReactNode } from 'react';

export type Fact = readonly [label: string, value: ReactNode];

/** Labels and values in two columns, aligned down the pane. */
export const Facts = ({ items }: { items: readonly Fact[] }) => (
  <Box
    component="dl"
    sx={{
      display: 'grid',
      gridTemplateColumns: 'minmax(116px, 36%) minmax(0, 1fr)',
      gap: '6px 12px',
      margin: 0,
      fontSize: '0.8125rem',
      '& dt': { color: 'var(--muted)', overflowWrap: 'break-word', hyphens: 'auto' },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    }}
  >
    {items.map(([label, value]) => (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd>{value ?? '–'}</dd>
      </Fragment>
    ))}
  </Box>
);
