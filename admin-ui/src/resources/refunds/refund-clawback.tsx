import type { SettlementView, StaffRefundDetail } from '@coinwarden/contracts';
import { Box, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { ClawbackView } from '../../money-back/clawback-view';
import { readJson } from '../../providers/http';
import { useRefundPreview } from './use-refund-preview';

const UNDECIDED: readonly string[] = ['requested', 'pending_approval'];

/** Who loses what: as it would be booked while it is undecided, as it was booked from then on. */
export function RefundClawback({ refund }: { refund: StaffRefundDetail }) {
  return UNDECIDED.includes(refund.status) ? <Preview refundId={refund.id} /> : <Booked refund={refund} />;
}

function Preview({ refundId }: { refundId: string }) {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useRefundPreview(refundId);
  return (
    <Section title={translate('clawback.title')} hint={translate('clawback.preview_hint')}>
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={140} />
      ) : (
        <ClawbackView clawback={data.clawback} />
      )}
    </Section>
  );
}

function Booked({ refund }: { refund: StaffRefundDetail }) {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['settlements', refund.purchaseId],
    queryFn: ({ signal }) =>
      readJson<SettlementView[]>(`purchases/${encodeURIComponent(refund.purchaseId)}/settlements`, signal),
  });
  const own = data?.filter(({ claimId, steps }) => claimId === refund.id && steps.length > 0);
  return (
    <Section title={translate('clawback.booked_title')} hint={translate('clawback.booked_hint')}>
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={140} />
      ) : own && own.length > 0 ? (
        <Box sx={{ display: 'grid', gap: 2.5 }}>
          {own.map((settlement) => (
            <div key={settlement.settlementId}>
              <Typography variant="caption" sx={{ color: 'var(--muted)', display: 'block', marginBottom: 1 }}>
                {translate(`clawback.${isGivenBack(settlement) ? 'given_back' : 'taken'}`)} ·{' '}
                <Instant value={settlement.settledAt} />
              </Typography>
              <ClawbackView clawback={settlement} />
            </div>
          ))}
        </Box>
      ) : (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('clawback.nobody')}
        </Typography>
      )}
    </Section>
  );
}

const isGivenBack = ({ steps }: SettlementView): boolean => steps.every(({ coins }) => coins < 0);
