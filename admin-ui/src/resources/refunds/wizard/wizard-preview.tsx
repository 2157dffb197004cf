import type { RefundPreview } from '@coinwarden/contracts';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Coins } from '../../../display/amounts';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { Section } from '../../../display/section';
import { useFormat } from '../../../i18n/use-format';
import { ClawbackView } from '../../../money-back/clawback-view';
import { PreviewChanges } from '../../../money-back/preview-changes';
import { DecisionView } from '../decision-view';
import { useRefundWords } from '../use-refund-words';
import type { RefundDraft } from './use-refund-draft';

/** What the refund will do and whether it needs somebody else, always in view; the button says what it will do. */
export function WizardPreview({ draft }: { draft: RefundDraft }) {
  const translate = useTranslate();
  const { refusalText } = useRefundWords();
  const { data, error, isPending, refetch } = draft.preview;
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending || !data) return <PageLoading />;
  const { clawback, purchase } = data;
  const took = clawback.steps.reduce((sum, { coins }) => sum + Math.max(0, coins), 0);
  const moved = draft.refusal?.code === 'refund.preview_changed' && draft.seen;
  return (
    <Section title={translate('clawback.title')} hint={translate('clawback.preview_hint')}>
      <Box sx={{ height: 2, marginBottom: 1 }}>
        {!draft.upToDate && <LinearProgress sx={{ height: 2 }} />}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, opacity: draft.upToDate ? 1 : 0.55, transition: 'opacity 120ms' }}>
        <Typography variant="body2">
          {translate('refund_wizard.takes')}{' '}
          <strong>
            <Coins value={took} />
          </strong>{' '}
          {translate('refund_wizard.of')} <Coins value={purchase.coins + purchase.bonusCoins} />
        </Typography>
        <ClawbackView clawback={clawback} />
        <Box sx={{ borderTop: '1px solid var(--border)', paddingTop: 1.5 }}>
          {data.refusal ? (
            <Alert severity="error">{refusalText(data.refusal)}</Alert>
          ) : (
            <DecisionView decision={data.decision} brief />
          )}
          {data.channel !== 'provider' && !data.refusal && (
            <Alert severity="info" sx={{ marginTop: 1.5 }}>
              {translate(`refund_wizard.channel.${channelOf(data)}`)}
            </Alert>
          )}
        </Box>
        {moved && draft.seen && draft.upToDate ? (
          <PreviewChanges before={draft.seen.clawback} now={clawback} />
        ) : (
          draft.problem && <Alert severity="error">{draft.problem}</Alert>
        )}
        <SubmitButton draft={draft} />
      </Box>
    </Section>
  );
}

/** Apple pays back what its customers ask it for; an order at Google is refunded by hand where we have no access. */
const channelOf = ({ channel, purchase }: RefundPreview) =>
  channel === 'store' && purchase.provider === 'google' ? 'play_console' : channel;

function SubmitButton({ draft }: { draft: RefundDraft }) {
  const translate = useTranslate();
  const format = useFormat();
  const { data } = draft.preview;
  if (!data) return null;
  const word = data.decision.outcome === 'second_person' ? 'ask' : 'refund';
  const missing = draft.refused ? 'refused' : !draft.chosen ? 'reason' : draft.noteMissing ? 'note' : null;
  return (
    <Box>
      <Button
        type="submit"
        variant="contained"
        size="medium"
        fullWidth
        loading={draft.busy}
        disabled={!draft.ready}
        sx={{ minHeight: 40 }}
      >
        {translate(`refund_wizard.submit.${word}`, { amount: format.money(data.money) })}
      </Button>
      <Typography
        variant="caption"
        sx={{ color: 'var(--muted)', display: 'block', textAlign: 'center', marginTop: 0.75, minHeight: 18 }}
      >
        {translate(missing ? `refund_wizard.missing.${missing}` : 'refund_wizard.submit_hint')}
      </Typography>
    </Box>
  );
}
