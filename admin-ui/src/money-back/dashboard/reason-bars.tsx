import type { MoneyBackReport } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';
import { useRefundWords } from '../../resources/refunds/use-refund-words';

const SHOWN = 8;
const listOf = (reason: string) =>
  `/refunds?filter=${encodeURIComponent(JSON.stringify({ reason, status: 'succeeded' }))}`;

/** Why money went back, most frequent first; each leads to its refunds. */
export function ReasonBars({ report }: { report: MoneyBackReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const { reasonText } = useRefundWords();
  const shown = report.reasons.slice(0, SHOWN);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  return (
    <Section title={translate('money_back.reasons')} hint={translate('money_back.reasons_hint')}>
      {shown.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('money_back.no_refunds')}
        </Typography>
      ) : (
        <Box component="ol" sx={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}>
          {shown.map(({ reason, count }) => (
            <li key={reason}>
              <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, fontSize: '0.8125rem' }}>
                <TextLink to={listOf(reason)}>{reasonText(reason)}</TextLink>
                <span className="tabular">{format.number(count)}</span>
              </Box>
              <Box
                sx={{ height: 4, borderRadius: 2, backgroundColor: 'var(--neutral-soft)', marginTop: 0.5 }}
              >
                <Box
                  sx={{
                    height: '100%',
                    width: `${(count / most) * 100}%`,
                    borderRadius: 2,
                    backgroundColor: 'var(--series-held)',
                  }}
                />
              </Box>
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
}
