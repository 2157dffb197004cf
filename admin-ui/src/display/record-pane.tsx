import { Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state';
import { type Column, RecordTable } from './record-table';
import { Section } from './section';

interface RecordPaneProps<Row> {
  title: string;
  action?: ReactNode;
  /** The rows as they are asked for. */
  asked: {
    readonly rows: readonly Row[] | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  empty: string;
  /** Below the table: the way to more. */
  children?: ReactNode;
}

const LOADING_HEIGHT = 160;

/** A pane with one small table, while it loads, when it fails and when there is nothing. */
export function RecordPane<Row>(props: RecordPaneProps<Row>) {
  const { title, action, asked, columns, rowKey, empty, children } = props;
  const { rows, error, refetch } = asked;
  return (
    <Section title={title} flush action={action}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : rows === undefined ? (
        <Skeleton variant="rounded" height={LOADING_HEIGHT} sx={{ margin: 2 }} />
      ) : (
        <>
          <RecordTable label={title} rows={rows} columns={columns} rowKey={rowKey} empty={empty} />
          {children}
        </>
      )}
    </Section>
  );
}
