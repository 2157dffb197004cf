import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export interface Column<Row> {
  label: string;
  value: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Where the table has no more room than this, in pixels, it stands under the row's first value instead, unless null. */
  foldsBelow?: number;
}

interface RecordTableProps<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row, index: number) => string;
  empty: string;
  label: string;
}

const onlyWide = (foldsBelow: number | undefined) =>
  foldsBelow === undefined ? {} : { [`@container (max-width: ${foldsBelow}px)`]: { display: 'none' } };
const onlyNarrow = (foldsBelow: number) => ({
  display: 'none',
  [`@container (max-width: ${foldsBelow}px)`]: { display: 'flex' },
});

/** A small table inside a pane; lists of a whole resource use react-admin's. */
export function RecordTable<Row>({ rows, columns, rowKey, empty, label }: RecordTableProps<Row>) {
  if (rows.length === 0) {
    return (
      <Box sx={{ padding: '4px 16px 14px' }}>
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {empty}
        </Typography>
      </Box>
    );
  }
  const folding = columns.filter(({ foldsBelow }) => foldsBelow !== undefined);
  return (
    <Box sx={folding.length > 0 ? { containerType: 'inline-size' } : {}}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell
                key={column.label}
                align={column.numeric ? 'right' : 'left'}
                sx={onlyWide(column.foldsBelow)}
              >
                {column.label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={rowKey(row, index)}>
              {columns.map((column, place) => (
                <TableCell
                  key={column.label}
                  align={column.numeric ? 'right' : 'left'}
                  sx={onlyWide(column.foldsBelow)}
                >
                  {column.value(row)}
                  {place === 0 && folding.length > 0 && (
                    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
                      {folding.map((folded) => (
                        <Folded key={folded.label} of={folded} row={row} />
                      ))}
                    </Box>
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** A value under the first one of its row, by its name; read out once, because only one of the two is ever displayed. */
function Folded<Row>({ of, row }: { of: Column<Row>; row: Row }) {
  const value = of.value(row);
  if (value === null) return null;
  return (
    <Box
      sx={{
        ...onlyNarrow(of.foldsBelow!),
        flexWrap: 'wrap',
        columnGap: 0.75,
        color: 'var(--muted)',
        fontSize: '0.75rem',
      }}
    >
      <span>{of.label}</span>
      <Box component="span" sx={{ color: 'var(--text)' }}>
        {value}
      </Box>
    </Box>
  );
}
