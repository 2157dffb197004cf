import type { LimitPolicyPreview, LimitPolicyPreviewRequest } from '@coinwarden/contracts';
import { Alert, Box, Skeleton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../display/facts';
import { useFormat } from '../../i18n/use-format';
import { useLiveAnswer } from '../../providers/use-live-answer';
import { useLimitText } from '../limits/limit-words';

/** What the server says a policy would mean; asked when the typing pauses. */
export function usePolicyPreview(request: LimitPolicyPreviewRequest | null) {
  const { answer, ...rest } = useLiveAnswer<LimitPolicyPreview>('limit-policies/preview', request);
  return { preview: answer, ...rest };
}

interface PolicyPreviewProps {
  preview: LimitPolicyPreview | undefined;
  error: Error | null;
  /** Off while it is of what was typed before. */
  settled: boolean;
  /** Whether the limit is per transaction: nobody can have used that up. */
  perTransaction: boolean;
}

/** Whom a change would touch, before it is made. */
export function PolicyPreview({ preview, error, settled, perTransaction }: PolicyPreviewProps) {
  const translate = useTranslate();
  return (
    <Box
      component="section"
      aria-label={translate('limit_policy.preview.title')}
      aria-busy={!settled}
      sx={{
        backgroundColor: 'var(--sunken)',
        borderRadius: '8px',
        padding: 1.5,
        display: 'grid',
        gap: 1.5,
        alignContent: 'start',
        alignSelf: 'start',
      }}
    >
      <Typography variant="h3" sx={{ fontSize: '0.8125rem', fontWeight: 600 }}>
        {translate('limit_policy.preview.title')}
      </Typography>
      {error ? (
        <Alert severity="error">{error.message}</Alert>
      ) : preview ? (
        <Box sx={{ opacity: settled ? 1 : 0.55, display: 'grid', gap: 1.5 }}>
          <Figures preview={preview} perTransaction={perTransaction} />
        </Box>
      ) : (
        <Waiting />
      )}
    </Box>
  );
}

function Figures({ preview, perTransaction }: { preview: LimitPolicyPreview; perTransaction: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const { amountText, countryText } = useLimitText();
  const { before, lowerAlready, sampled, sampledIn30Days } = preview;
  const say = (key: string, values = {}) => translate(`limit_policy.preview.${key}`, values);
  const count = (value: number, estimate: boolean) =>
    estimate ? say('about', { count: format.number(value) }) : format.number(value);
  const facts: Fact[] = [
    [say('before'), before ? amountText(before) : say('none')],
    [say('accounts'), count(preview.accounts, sampled !== null)],
    ...(perTransaction ? [] : [[say('newly_full'), count(preview.newlyFull, sampled !== null)] as const]),
    [
      say(perTransaction ? 'over_once' : 'over_30_days'),
      count(preview.overIn30Days, sampledIn30Days !== null),
    ],
  ];
  return (
    <>
      <Facts items={facts} />
      {lowerAlready && (
        <Alert severity="info">
          {say('lower_already', {
            layer: translate(`layer.${lowerAlready.layer}`),
            limit: amountText(lowerAlready),
            country: countryText(lowerAlready.country),
          })}
        </Alert>
      )}
      <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
        {!perTransaction && `${say('as_if_now')} `}
        {sampled !== null && `${say('sampled', { count: format.number(sampled) })} `}
        {sampledIn30Days !== null && say('sampled_30_days', { count: format.number(sampledIn30Days) })}
      </Typography>
    </>
  );
}

function Waiting() {
  const translate = useTranslate();
  return (
    <>
      <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
        {translate('limit_policy.preview.waits')}
      </Typography>
      <Skeleton variant="rounded" height={72} animation={false} />
    </>
  );
}
