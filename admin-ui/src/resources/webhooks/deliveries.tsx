import type { StaffWebhookDelivery } from '@coinwarden/contracts';
import { Skeleton } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { Tag } from '../../display/tag';
import { TransactionLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';

const ROWS = 20;
const TONES = { pending: 'info', delivered: 'positive', failed: 'negative' } as const;

/** What was sent to one endpoint lately, and what it answered. */
export function Deliveries({ endpointId }: { endpointId: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const { data, error, isPending, refetch } = useGetList<StaffWebhookDelivery>('webhook-deliveries', {
    filter: { endpointId },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: ROWS },
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <Skeleton variant="rounded" height={120} />;
  const columns: Column<StaffWebhookDelivery>[] = [
    { label: translate('webhook.sent_at'), value: (d) => <Instant value={d.createdAt} /> },
    { label: translate('webhook.event'), value: (d) => d.type },
    {
      label: translate('webhook.transaction'),
      value: (d) => (d.transactionId ? <TransactionLink id={d.transactionId} /> : '–'),
    },
    {
      label: translate('webhook.status'),
      value: (d) => <Tag tone={TONES[d.status]}>{translate(`delivery_status.${d.status}`)}</Tag>,
    },
    { label: translate('webhook.attempts'), numeric: true, value: (d) => format.number(d.attempts) },
    { label: translate('webhook.answer'), value: (d) => d.lastError ?? d.lastResponseStatus ?? '–' },
  ];
  return (
    <RecordTable
      label={translate('webhook.deliveries')}
      rows={data}
      columns={columns}
      rowKey={(d) => d.id}
      empty={translate('webhook.no_deliveries')}
    />
  );
}
