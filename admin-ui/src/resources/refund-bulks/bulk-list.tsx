import type { StaffRefundBulk } from '@coinwarden/contracts';
import { REFUND_BULK_STATUSES } from '@coinwarden/domain';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Instant } from '../../display/instant';
import { TextLink } from '../../display/text-link';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { useMay } from '../../providers/use-may';
import { RefundActorName } from '../refunds/refund-words';
import { useRefundWords } from '../refunds/use-refund-words';
import { BulkProgress } from './bulk-progress';
import { BulkStatusTag, Sums } from './bulk-words';

const Column = ListTable.Col<StaffRefundBulk>;

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <ChoiceFilter
        source="status"
        label={translate('resources.refund-bulks.fields.status')}
        choices={REFUND_BULK_STATUSES}
        words="refund_bulk.status"
      />
    </FilterBar>
  );
}

function NewBulkButton() {
  const translate = useTranslate();
  if (!useMay('refund.bulk')) return null;
  return (
    <Button variant="contained" component={Link} to="/refund-bulks/new" sx={{ flexShrink: 0 }}>
      {translate('refund_bulk.new')}
    </Button>
  );
}

const Reason = ({ code }: { code: string }) => useRefundWords().reasonText(code);

export default function BulkList() {
  return (
    <ListPage
      emptyKey="refund-bulks"
      sort={{ field: 'requestedAt', order: 'DESC' }}
      filters={<Filters />}
      action={<NewBulkButton />}
    >
      <ListTable<StaffRefundBulk> rowClick="show">
        <Column
          source="requestedAt"
          render={(b) => (
            <TextLink to={`/refund-bulks/${b.id}/show`}>
              <Instant value={b.requestedAt} />
            </TextLink>
          )}
        />
        <Column source="reason" foldsBelow={660} disableSort render={(b) => <Reason code={b.reason} />} />
        <Column
          source="requestedBy"
          foldsBelow={780}
          disableSort
          render={(b) => <RefundActorName actor={b.requestedBy} />}
        />
        <Column source="status" disableSort render={(b) => <BulkStatusTag value={b.status} />} />
        <Column source="money" disableSort align="right" render={(b) => <Sums money={b.money} end />} />
        <Column
          source="progress"
          foldsBelow={500}
          disableSort
          render={(b) => <BulkProgress progress={b.progress} brief />}
        />
      </ListTable>
    </ListPage>
  );
}
