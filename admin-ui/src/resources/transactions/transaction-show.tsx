import type { StaffTransactionDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { Title, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { useDetail } from '../../providers/use-detail';
import { useReviewDialogs } from '../../review/use-review-dialogs';
import { useShortcuts } from '../../shortcuts/use-shortcuts';
import { TransactionEvidence } from './transaction-evidence';
import { TransactionHeader } from './transaction-header';

/** Everything about one transaction; the decision bar on top stays in view while the evidence scrolls. */
export default function TransactionShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useDetail<StaffTransactionDetail>('transactions', id);
  const review = useReviewDialogs(data);
  useShortcuts({
    'queue.release': () => review.ask('release'),
    'queue.decline': () => review.ask('decline'),
  });

  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Title title={`${translate(`kind.${data.kind}`)} · ${data.accountId}`} />
      <Box
        sx={{ position: 'sticky', top: 56, zIndex: 8, backgroundColor: 'var(--canvas)', paddingBottom: 2 }}
      >
        <TransactionHeader transaction={data} onAsk={review.ask} />
      </Box>
      <TransactionEvidence transaction={data} />
      {review.dialogs}
    </>
  );
}
