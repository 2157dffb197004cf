import { Card } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { List, type ListProps, useListContext, useTranslate } from 'react-admin';
import { EmptyState } from '../display/empty-state';
import { ErrorState } from '../display/error-state';
import { ListPagination } from './list-pagination';

interface ListPageProps extends Pick<ListProps, 'sort' | 'filter' | 'filterDefaultValues' | 'perPage'> {
  /** The key of `empty.<key>.title` and `empty.<key>.hint`. */
  emptyKey: string;
  filters?: ReactNode;
  action?: ReactElement;
  children: ReactNode;
}

/** A resource as a table: filters on top, the rows, the pages; and its own words for "nothing here". */
export function ListPage({ emptyKey, filters, action, children, ...rest }: ListPageProps) {
  const translate = useTranslate();
  return (
    <List
      {...rest}
      perPage={rest.perPage ?? 25}
      actions={false}
      exporter={false}
      component="div"
      pagination={<ListPagination />}
      error={<ListError />}
      empty={
        <Card>
          <EmptyState
            title={translate(`empty.${emptyKey}.title`)}
            hint={translate(`empty.${emptyKey}.hint`)}
            action={action}
          />
        </Card>
      }
      sx={{ '& .RaList-noActions': { marginTop: 0 }, '& .RaList-main': { minWidth: 0 } }}
    >
      <ListHead filters={filters} action={action} />
      <Card sx={{ overflowX: 'auto' }}>{children}</Card>
    </List>
  );
}

/** What narrows a list on the left, what begins something new on the right. */
export const ListHead = ({ filters, action }: { filters?: ReactNode; action?: ReactNode }) =>
  filters || action ? (
    <div style={{ display: 'flex', gap: 8, alignItems: 'flex-start', marginBottom: 12, paddingTop: 8 }}>
      <div style={{ flex: 1, minWidth: 0 }}>{filters}</div>
      {action}
    </div>
  ) : null;

function ListError() {
  const { error, refetch } = useListContext();
  return <ErrorState error={error} onRetry={() => refetch()} />;
}

/** What a table shows when the filters leave nothing. */
export function NothingFound() {
  const translate = useTranslate();
  return <EmptyState title={translate('empty.filtered.title')} hint={translate('empty.filtered.hint')} />;
}
