import type { RefundRefusal, StaffRefundBulkItem } from '@coinwarden/contracts';
import { REFUND_BULK_ITEM_STATUSES } from '@coinwarden/domain';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button, Card } from '@mui/material';
import { useState } from 'react';
import {
  ListContextProvider,
  useDataProvider,
  useListController,
  useNotify,
  useTranslate,
} from 'react-admin';
import { Money } from '../../display/amounts';
import { AccountLink, ShortTransactionLink, TextLink } from '../../display/text-link';
import { ChoiceFilter } from '../../list/choice-filter';
import { csvOf, download } from '../../list/csv';
import { FilterBar } from '../../list/filter-bar';
import { ListPagination } from '../../list/list-pagination';
import { ListTable } from '../../list/list-table';
import { RefundStatusTag } from '../refunds/refund-words';
import { useRefundWords } from '../refunds/use-refund-words';
import { ItemStatusTag } from './bulk-words';

const Column = ListTable.Col<StaffRefundBulkItem>;
const PAGE = 200;

/** Every purchase of the bulk with what became of it. */
export function BulkItems({ bulkId, live }: { bulkId: string; live: boolean }) {
  const translate = useTranslate();
  const controller = useListController<StaffRefundBulkItem>({
    resource: 'refund-bulk-items',
    filter: { bulkId },
    sort: { field: 'id', order: 'ASC' },
    perPage: 25,
    disableSyncWithLocation: true,
    storeKey: `refund-bulk-items.${bulkId}`,
    disableAuthentication: true,
    queryOptions: { refetchInterval: live ? 2_000 : false },
  });
  const label = (field: string) => translate(`refund_bulk.items.${field}`);
  return (
    <ListContextProvider value={controller}>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8, margin: '16px 0 12px' }}>
        <FilterBar>
          <ChoiceFilter
            source="status"
            label={label('status')}
            choices={REFUND_BULK_ITEM_STATUSES}
            words="refund_bulk.item"
          />
        </FilterBar>
        <ExportButton bulkId={bulkId} />
      </div>
      <Card sx={{ overflowX: 'auto' }}>
        <ListTable<StaffRefundBulkItem> rowClick={false}>
          <Column
            source="purchaseId"
            label={label('purchase')}
            disableSort
            render={(item) => <ShortTransactionLink id={item.purchaseId} />}
          />
          <Column
            source="accountId"
            foldsBelow={720}
            label={label('account')}
            disableSort
            render={(item) => (item.accountId ? <AccountLink id={item.accountId} /> : '–')}
          />
          <Column
            source="money"
            label={label('money')}
            disableSort
            align="right"
            render={(item) => <Money value={item.money} />}
          />
          <Column
            source="status"
            label={label('status')}
            disableSort
            render={(item) => <ItemStatusTag value={item.status} />}
          />
          <Column
            source="refundStatus"
            foldsBelow={440}
            label={label('refund')}
            disableSort
            render={(item) =>
              item.refundId && item.refundStatus ? (
                <TextLink to={`/refunds/${item.refundId}/show`}>
                  <RefundStatusTag value={item.refundStatus} />
                </TextLink>
              ) : (
                '–'
              )
            }
          />
          <Column
            source="problem"
            foldsBelow={600}
            label={label('problem')}
            disableSort
            render={(item) => (item.problem ? <Problem of={item.problem} /> : '–')}
          />
        </ListTable>
      </Card>
      <ListPagination />
    </ListContextProvider>
  );
}

const Problem = ({ of }: { of: RefundRefusal }) => useRefundWords().refusalText(of);

/** All items, page by page, as a file for whoever has to write to the customers. */
function ExportButton({ bulkId }: { bulkId: string }) {
  const [busy, setBusy] = useState(false);
  const translate = useTranslate();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const run = async () => {
    setBusy(true);
    try {
      const rows: (string | number | null)[][] = [HEADINGS];
      for (let page = 1; ; page++) {
        const { data } = await dataProvider.getList<StaffRefundBulkItem>('refund-bulk-items', {
          filter: { bulkId },
          sort: { field: 'id', order: 'ASC' },
          pagination: { page, perPage: PAGE },
        });
        rows.push(...data.map(rowOf));
        if (data.length < PAGE) break;
      }
      download(`refund-bulk-${bulkId}.csv`, csvOf(rows));
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="outlined"
      startIcon={<FileDownloadOutlined />}
      loading={busy}
      onClick={run}
      sx={{ flexShrink: 0 }}
    >
      {translate('refund_bulk.export')}
    </Button>
  );
}

const HEADINGS = [
  'purchaseId',
  'accountId',
  'amountMinor',
  'currency',
  'status',
  'refundId',
  'refundStatus',
  'problemCode',
  'problem',
];

const rowOf = (item: StaffRefundBulkItem) => [
  item.purchaseId,
  item.accountId,
  item.money?.amountMinor ?? null,
  item.money?.currency ?? null,
  item.status,
  item.refundId,
  item.refundStatus,
  item.problem?.code ?? null,
  item.problem?.message ?? null,
];
