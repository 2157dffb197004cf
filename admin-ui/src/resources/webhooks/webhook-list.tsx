import type { StaffWebhookEndpoint } from '@coinwarden/contracts';
import { useRecordContext, useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { EnabledTag } from '../../display/words';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { Deliveries } from './deliveries';

const Column = ListTable.Col<StaffWebhookEndpoint>;

export default function WebhookList() {
  const translate = useTranslate();
  return (
    <ListPage emptyKey="webhooks" sort={{ field: 'id', order: 'ASC' }}>
      <ListTable<StaffWebhookEndpoint> rowClick="expand" expand={<EndpointDeliveries />}>
        <Column source="url" disableSort sx={{ overflowWrap: 'anywhere' }} />
        <Column source="description" foldsBelow={900} disableSort />
        <Column
          source="eventTypes"
          foldsBelow={660}
          disableSort
          render={(w) =>
            w.eventTypes.length === 0 ? translate('webhook.every_event') : w.eventTypes.join(', ')
          }
        />
        <Column source="status" disableSort render={(w) => <EnabledTag value={w.status === 'enabled'} />} />
        <Column
          source="failingSince"
          foldsBelow={480}
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
        <Column
          source="lastDeliveredAt"
          foldsBelow={780}
          disableSort
          render={(w) => <Instant value={w.lastDeliveredAt} />}
        />
      </ListTable>
    </ListPage>
  );
}

function EndpointDeliveries() {
  const endpoint = useRecordContext<StaffWebhookEndpoint>();
  return endpoint ? <Deliveries endpointId={endpoint.id} /> : null;
}
