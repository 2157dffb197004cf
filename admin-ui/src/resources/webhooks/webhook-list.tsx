import type { StaffWebhookEndpoint } from '@coinwarden/contracts';
import { DataTable, useRecordContext, useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { EnabledTag } from '../../display/words';
import { ListPage, NothingFound } from '../../list/list-page';
import { Deliveries } from './deliveries';

const Column = DataTable.Col<StaffWebhookEndpoint>;

export default function WebhookList() {
  const translate = useTranslate();
  return (
    <ListPage emptyKey="webhooks" sort={{ field: 'id', order: 'ASC' }}>
      <DataTable<StaffWebhookEndpoint>
        bulkActionButtons={false}
        rowClick="expand"
        expand={<EndpointDeliveries />}
        empty={<NothingFound />}
      >
        <Column source="url" disableSort sx={{ overflowWrap: 'anywhere' }} />
        <Column source="description" disableSort />
        <Column
          source="eventTypes"
          disableSort
          render={(w) =>
            w.eventTypes.length === 0 ? translate('webhook.every_event') : w.eventTypes.join(', ')
          }
        />
        <Column source="status" disableSort render={(w) => <EnabledTag value={w.status === 'enabled'} />} />
        <Column
          source="failingSince"
          disableSort
          render={(w) =>
            w.failingSince ? (
              <Tag tone="negative">
                <Instant value={w.failingSince} />
              </Tag>
            ) : (
              '–'
            )
          }
        />
        <Column source="lastDeliveredAt" disableSort render={(w) => <Instant value={w.lastDeliveredAt} />} />
      </DataTable>
    </ListPage>
  );
}

function EndpointDeliveries() {
  const endpoint = useRecordContext<StaffWebhookEndpoint>();
  return endpoint ? <Deliveries endpointId={endpoint.id} /> : null;
}
