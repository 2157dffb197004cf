import type { StaffRefundDetail } from '@coinwarden/contracts';
import type { RefundEventKind, RefundStatus } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';

const STATUS_OF: Partial<Record<RefundEventKind, RefundStatus>> = {
  requested: 'requested',
  judged: 'pending_approval',
  approved: 'approved',
  rejected: 'rejected',
  cancelled: 'cancelled',
  retried: 'requested',
  processing: 'processing',
  confirmed_paid: 'succeeded',
  succeeded: 'succeeded',
  failed: 'failed',
};

const AHEAD: Partial<Record<RefundStatus, readonly RefundStatus[]>> = {
  requested: ['approved', 'processing', 'succeeded'],
  pending_approval: ['approved', 'processing', 'succeeded'],
  approved: ['processing', 'succeeded'],
  processing: ['succeeded'],
};

const BAD: readonly RefundStatus[] = ['failed', 'rejected', 'cancelled'];

/** The states it has been through and, fainter, those that lie ahead of it. */
export function RefundTrack({ refund }: { refund: StaffRefundDetail }) {
  const translate = useTranslate();
  const been = visited(refund);
  const ahead = (AHEAD[refund.status] ?? []).filter(
    (status) => refund.channel === 'provider' || status !== 'processing',
  );
  const steps = [
    ...been.map((status, index) => ({ status, now: index === been.length - 1, ahead: false })),
    ...ahead.map((status) => ({ status, now: false, ahead: true })),
  ];
  return (
    <Box
      component="ol"
      aria-label={translate('refund.track')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px 0', listStyle: 'none', margin: 0, padding: 0 }}
    >
      {steps.map((step, index) => (
        <Box
          component="li"
          // biome-ignore lint/suspicious/noArrayIndexKey: a state may be passed twice, in this order
          key={index}
          aria-current={step.now ? 'step' : undefined}
          sx={{ display: 'flex', alignItems: 'center', fontSize: '0.75rem' }}
        >
          {index > 0 && (
            <Box
              sx={{
                width: 20,
                marginX: '8px',
                borderTop: `1px ${step.ahead ? 'dashed' : 'solid'} var(--border-strong)`,
              }}
            />
          )}
          <Box
            sx={{
              width: 8,
              height: 8,
              borderRadius: '50%',
              marginInlineEnd: '6px',
              ...(step.ahead
                ? { border: '1px solid var(--border-strong)' }
                : { backgroundColor: colorOf(step.status, step.now) }),
            }}
          />
          <Box
            component="span"
            sx={{ color: step.now ? 'var(--text)' : 'var(--muted)', fontWeight: step.now ? 600 : 450 }}
          >
            {translate(`refund_status.${step.status}`)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

const colorOf = (status: RefundStatus, now: boolean): string => {
  if (BAD.includes(status)) return 'var(--negative)';
  if (status === 'succeeded') return 'var(--positive)';
  return now ? 'var(--accent)' : 'var(--border-strong)';
};

function visited(refund: StaffRefundDetail): RefundStatus[] {
  const all = refund.timeline.map(({ kind }) => STATUS_OF[kind]).filter((status) => status !== undefined);
  const path = all.filter((status, index) => status !== all[index - 1]);
  return path.at(-1) === refund.status ? path : [...path, refund.status];
}
