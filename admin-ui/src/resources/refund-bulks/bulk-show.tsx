import type { StaffRefundBulk } from '@coinwarden/contracts';
import { Alert, Box, Card, Typography } from '@mui/material';
import { Title, useGetOne, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { RefundActorName } from '../refunds/refund-words';
import { useRefundWords } from '../refunds/use-refund-words';
import { BulkActions } from './bulk-actions';
import { BulkItems } from './bulk-items';
import { BulkProgress } from './bulk-progress';
import { BulkStatusTag, Sums } from './bulk-words';

const REFRESH_MS = 1_500;

/** A bulk while it is worked off: how far it is, kept true, and every purchase with its result. */
export default function BulkShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const { reasonText } = useRefundWords();
  const { data, error, isPending, refetch } = useGetOne<StaffRefundBulk>(
    'refund-bulks',
    { id },
    { refetchInterval: ({ state }) => (isMoving(state.data) ? REFRESH_MS : false) },
  );
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Title
        title={`${translate('resources.refund-bulks.name', { smart_count: 1 })} · ${reasonText(data.reason)}`}
      />
      <Card sx={{ padding: '12px 16px' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' }}>
          <Box sx={{ flex: 1, minWidth: 220 }}>
            <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography variant="h2" sx={{ fontSize: '1.0625rem' }}>
                <Sums money={data.money} />
              </Typography>
              <BulkStatusTag value={data.status} />
            </Box>
            <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
              {reasonText(data.reason)} · <RefundActorName actor={data.requestedBy} /> ·{' '}
              <Instant value={data.requestedAt} />
              {data.approvedBy && (
                <>
                  {' · '}
                  {translate('resources.refund-bulks.fields.approvedBy')}{' '}
                  <RefundActorName actor={data.approvedBy} />
                </>
              )}
            </Typography>
          </Box>
          <BulkActions bulk={data} />
        </Box>
        {data.note && (
          <Alert severity="info" icon={false} sx={{ marginTop: 1.5, whiteSpace: 'pre-wrap' }}>
            {data.note}
          </Alert>
        )}
        <Box sx={{ marginTop: 2 }}>
          <BulkProgress progress={data.progress} />
        </Box>
      </Card>
      <BulkItems bulkId={data.id} live={isMoving(data)} />
    </>
  );
}

/** Worked off now, or its refunds are still on their way. */
const isMoving = (bulk: StaffRefundBulk | undefined): boolean => {
  if (!bulk) return false;
  const { opened, succeeded, failed } = bulk.progress;
  return bulk.status === 'requested' || bulk.status === 'running' || opened > succeeded + failed;
};
