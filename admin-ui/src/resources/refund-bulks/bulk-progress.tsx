import type { StaffRefundBulk } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

/** How far it is, in parts of one bar: paid, on their way, failed, refused; what is left is still to do. */
export function BulkProgress({
  progress,
  brief = false,
}: {
  progress: StaffRefundBulk['progress'];
  brief?: boolean;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const { total, opened, refused, succeeded, failed } = progress;
  const done = opened + refused;
  const parts = [
    ['succeeded', succeeded, 'var(--series-approve)'],
    ['under_way', opened - succeeded - failed, 'var(--series-held)'],
    ['failed', failed, 'var(--series-decline)'],
    ['refused', refused, 'var(--series-review)'],
    ['waiting', progress.waiting, 'var(--border-strong)'],
  ] as const;
  return (
    <Box sx={{ minWidth: 120 }}>
      <Box
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-label={translate('refund_bulk.progress')}
        sx={{
          display: 'flex',
          height: brief ? 6 : 10,
          borderRadius: 5,
          overflow: 'hidden',
          backgroundColor: 'var(--neutral-soft)',
        }}
      >
        {parts.slice(0, 4).map(([key, count, color]) => (
          <Box
            key={key}
            sx={{
              width: `${(count / Math.max(1, total)) * 100}%`,
              backgroundColor: color,
              transition: 'width 300ms ease',
            }}
          />
        ))}
      </Box>
      {brief ? (
        <Typography variant="caption" className="tabular" sx={{ color: 'var(--muted)' }}>
          {translate('refund_bulk.done_of', { done: format.number(done), total: format.number(total) })}
        </Typography>
      ) : (
        <Box
          component="ul"
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            gap: '4px 18px',
            listStyle: 'none',
            padding: 0,
            margin: '10px 0 0',
          }}
        >
          {parts.map(([key, count, color]) => (
            <Box
              component="li"
              key={key}
              sx={{ display: 'flex', gap: 0.75, alignItems: 'center', fontSize: '0.8125rem' }}
            >
              <Box sx={{ width: 8, height: 8, borderRadius: '50%', backgroundColor: color }} />
              <Box component="span" sx={{ color: 'var(--muted)' }}>
                {translate(`refund_bulk.part.${key}`)}
              </Box>
              <span className="tabular">{format.number(count)}</span>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
