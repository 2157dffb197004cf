import type { StaffRefundDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { Title, useGetOne, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { useShortcuts } from '../../shortcuts/use-shortcuts';
import { RefundEvidence } from './refund-evidence';
import { RefundHeader } from './refund-header';
import { RefundTrack } from './refund-track';
import { useRefundDialogs } from './use-refund-dialogs';

const MOVING: readonly string[] = ['requested', 'approved', 'processing'];
const REFRESH_MS = 5_000;

/** One refund: where it stands and what may be done about it stays in view, everything about it scrolls below. */
export default function RefundShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useGetOne<StaffRefundDetail>(
    'refunds',
    { id, meta: { detail: true } },
    // What the system moves by itself is followed on screen.
    { refetchInterval: ({ state }) => (MOVING.includes(state.data?.status ?? '') ? REFRESH_MS : false) },
  );
  const dialogs = useRefundDialogs(data);
  useShortcuts({
    'refund.approve': () => dialogs.ask('approve'),
    'refund.reject': () => dialogs.ask('reject'),
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Title title={`${translate('resources.refunds.name', { smart_count: 1 })} · ${data.accountId}`} />
      <Box
        sx={{ position: 'sticky', top: 56, zIndex: 8, backgroundColor: 'var(--canvas)', paddingBottom: 2 }}
      >
        <RefundHeader refund={data} onAsk={dialogs.ask}>
          <RefundTrack refund={data} />
        </RefundHeader>
      </Box>
      <RefundEvidence refund={data} />
      {dialogs.dialogs}
    </>
  );
}
