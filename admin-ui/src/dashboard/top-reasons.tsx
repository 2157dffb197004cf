import type { DashboardReport } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../i18n/use-format';
import { useReasonText } from '../resources/transactions/reason-list';

/** Why transactions were held or declined, most frequent first. */
export function TopReasons({ reasons }: { reasons: DashboardReport['topReasons'] }) {
  const translate = useTranslate();
  const format = useFormat();
  const text = useReasonText();
  const most = Math.max(1, ...reasons.map(({ transactions }) => transactions));
  if (reasons.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
        {translate('dashboard.no_reasons')}
      </Typography>
    );
  }
  return (
    <Box component="ol" sx={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}>
      {reasons.map(({ code, transactions }) => (
        <li key={code}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, fontSize: '0.8125rem' }}>
            <span>{text({ code })}</span>
            <span>{format.number(transactions)}</span>
          </Box>
          <Box sx={{ height: 4, borderRadius: 2, backgroundColor: 'var(--neutral-soft)', marginTop: 0.5 }}>
            <Box
              sx={{
                height: '100%',
                width: `${(transactions / most) * 100}%`,
                borderRadius: 2,
                backgroundColor: 'var(--series-review)',
              }}
            />
          </Box>
        </li>
      ))}
    </Box>
  );
}
