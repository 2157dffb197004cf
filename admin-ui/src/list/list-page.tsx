import { Box, Button, Card } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { List, type ListProps, useListContext, useTranslate } from 'react-admin';
import { EmptyState } from '../display/empty-state';
import { ErrorState } from '../display/error-state';
import { Refusal } from '../providers/http';
import { ExportButton } from './export-button';
import { ListPagination } from './list-pagination';
import { SavedViews } from './saved-views';

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
      <ListHead
        filters={filters}
        action={
          <Box
            sx={{
              display: 'flex',
              gap: 0.5,
              alignItems: 'center',
              flexWrap: 'wrap',
              justifyContent: 'flex-end',
            }}
          >
            <SavedViews />
            <ExportButton />
            {action}
          </Box>
        }
      />
      <Card sx={{ overflowX: 'auto' }}>{children}</Card>
    </List>
  );
}

/** What narrows a list on the left, what begins something new on the right. */
export const ListHead = ({ filters, action }: { filters?: ReactNode; action?: ReactNode }) =>
  filters || action ? (
    <Box
      sx={{
        display: 'flex',
        flexDirection: { xs: 'column-reverse', sm: 'row' },
        gap: 1,
        alignItems: { xs: 'flex-end', sm: 'flex-start' },
        marginBottom: 1.5,
        paddingTop: 1,
      }}
    >
      <Box sx={{ flex: { sm: 1 }, width: { xs: '100%', sm: 'auto' }, minWidth: 0 }}>{filters}</Box>
      {action}
    </Box>
  ) : null;

/** A view or an address may hold a filter that is none any more: then it can be taken off. */
function ListError() {
  const { error, refetch, filterValues, setFilters } = useListContext();
  const translate = useTranslate();
  const refused = error instanceof Refusal && error.status === 422 && Object.keys(filterValues).length > 0;
  return (
    <>
      <ErrorState error={error} onRetry={() => refetch()} />
      {refused && (
        <Button variant="outlined" onClick={() => setFilters({}, {})} sx={{ marginTop: 1.5 }}>
          {translate('ra.navigation.clear_filters')}
        </Button>
      )}
    </>
  );
}
