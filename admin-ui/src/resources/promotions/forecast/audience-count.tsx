import type { AudienceAnswer } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';
import { useLiveAnswer } from '../../../providers/use-live-answer';

/** How many belong to an audience now; null is everybody, undefined is not to be counted yet. */
export function AudienceCount({ audience }: { audience: string | null | undefined }) {
  const translate = useTranslate();
  const format = useFormat();
  const { answer, error, settled } = useLiveAnswer<AudienceAnswer>(
    'promotions/audience',
    audience === undefined ? null : { audience },
  );
  const said = () => {
    if (audience === undefined) return translate('promotion.audience.waits');
    if (error) return `${translate('promotion.audience.failed')} ${error.message}`;
    if (!answer) return translate('promotion.audience.counting');
    const { matching, accounts, sampled, margin } = answer;
    if (matching === null || accounts === null)
      return answer.problems.map(({ message }) => message).join(' ');
    return translate(sampled ? 'promotion.audience.about' : 'promotion.audience.counted', {
      smart_count: accounts,
      matching: format.number(matching),
      accounts: format.number(accounts),
      share: accounts === 0 ? '–' : format.percent(matching / accounts),
      margin: format.number(margin),
    });
  };
  return (
    <Box
      role="status"
      aria-busy={audience !== undefined && !settled && !error}
      data-testid="audience-count"
      sx={{ padding: '8px 12px', borderRadius: '6px', backgroundColor: 'var(--sunken)' }}
    >
      <Typography variant="body2" sx={{ color: settled ? 'var(--text)' : 'var(--muted)' }}>
        {said()}
      </Typography>
    </Box>
  );
}
