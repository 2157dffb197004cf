import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { FoldedRow, FoldedValue, type MayFold, useFolding } from './folding';

export interface Column<Row> extends MayFold {
  label: string;
  value: (row: Row) => ReactNode;
  numeric?: boolean;
}

interface RecordTableProps<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row, index: number) => string;
  empty: string;
  label: string;
}

/** A small table inside a pane; lists of a whole resource use react-admin's. */
export function RecordTable<Row>({ rows, columns, rowKey, empty, label }: RecordTableProps<Row>) {
  const { room, open, folded } = useFolding(columns);
  if (rows.length === 0) {
    return (
      <Box sx={{ padding: '4px 16px 14px' }}>
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {empty}
        </Typography>
      </Box>
    );
  }
  return (
    <Box ref={room}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {open.map((column) => (
              <TableCell key={column.label} align={column.numeric ? 'right' : 'left'}>
                {column.label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={rowKey(row, index)}>
              {open.map((column, place) => (
                <TableCell key={column.label} align={column.numeric ? 'right' : 'left'}>
                  {column.value(row)}
                  {place === 0 && folded.length > 0 && (
                    <FoldedRow>
                      {folded.map(({ label: name, value }) => (
                        <FoldedValue key={name} label={name}>
                          {value(row)}
                        </FoldedValue>
                      ))}
                    </FoldedRow>
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
