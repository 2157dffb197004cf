import type { MoneyBackPolicyKind } from '@coinwarden/domain';
import { Box, type SxProps } from '@mui/material';
import type { ReactNode } from 'react';
import { type Part, POLICY_PARTS } from './policy-parts';

interface PolicyLayoutProps {
  kind: MoneyBackPolicyKind;
  children: (part: Part) => ReactNode;
}

/** The parts of a policy in their order: a table has the whole width, what stands between tables fills columns without gaps. */
export const PolicyLayout = ({ kind, children }: PolicyLayoutProps) => (
  <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
    {runsOf(POLICY_PARTS[kind]).map((parts) => (
      <Box key={parts[0]?.path} sx={layoutOf(parts)}>
        {parts.map((part) => (
          <div key={part.path}>{children(part)}</div>
        ))}
      </Box>
    ))}
  </Box>
);

/** Lists of steps stand beside each other to be compared; fields fill columns of whatever height. */
function layoutOf(parts: readonly Part[]): SxProps {
  if (parts[0]?.kind === 'steps')
    return {
      display: 'grid',
      gap: 2,
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
      '& > div > *': { height: '100%' },
    };
  if (parts[0]?.kind === 'table' || parts.length === 1) return {};
  return {
    columns: '300px',
    columnGap: 2,
    marginBottom: -2,
    '& > div': { breakInside: 'avoid', paddingBottom: 2 },
  };
}

/** Tables one by one, the parts between them together, as long as they are of one kind. */
function runsOf(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run && part.kind !== 'table' && run[0]?.kind === part.kind) run.push(part);
    else runs.push([part]);
  }
  return runs;
}
