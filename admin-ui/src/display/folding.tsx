import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useWidth } from './use-width';

/** What a column of a table may say about narrow places. */
export interface MayFold {
  /** Where the table has no more room than this, in pixels, its values stand under the row's first one instead. */
  foldsBelow?: number;
}

/** Which columns there is room for, and which fold. `room` goes around the table: its width counts, not the window's. */
export function useFolding<Column extends MayFold>(columns: readonly Column[]) {
  const [room, width] = useWidth();
  const folds = ({ foldsBelow = 0 }: Column) => width > 0 && width <= foldsBelow;
  return { room, open: columns.filter((column) => !folds(column)), folded: columns.filter(folds) };
}

const NOTHING: readonly ReactNode[] = [null, undefined, false, '', '–'];

/** A value under the first one of its row, by its name. */
export const FoldedValue = ({ label, children }: { label: ReactNode; children: ReactNode }) =>
  NOTHING.includes(children) ? null : (
    <Box
      sx={{
        display: 'flex',
        // A name without a value says nothing; whether there is one, some components know only when they are drawn.
        '&:has(> :last-child:empty)': { display: 'none' },
        flexWrap: 'wrap',
        minWidth: 110,
        columnGap: 0.75,
        color: 'var(--muted)',
        fontSize: '0.75rem',
        // It wraps as it must, and never makes the column it stands in wider.
        overflowWrap: 'anywhere',
        '&& *': { maxWidth: '100%', whiteSpace: 'normal' },
      }}
    >
      <span>{label}</span>
      <Box component="span" sx={{ color: 'var(--text)' }}>
        {children}
      </Box>
    </Box>
  );

/** What folds, in one row that wraps. */
export const FoldedRow = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>{children}</Box>
);
