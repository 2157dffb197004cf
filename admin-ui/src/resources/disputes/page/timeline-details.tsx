import type { DisputeEventView } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { TextLink } from '../../../display/text-link';
import { useFormat } from '../../../i18n/use-format';

/** Events that are about where the dispute stands now. */
const TELLS_STATUS: ReadonlySet<DisputeEventView['kind']> = new Set(['told', 'closed']);

/** The values of an event that mean something to a reader; the rest is for the record. */
export function TimelineDetails({ event }: { event: DisputeEventView }) {
  const translate = useTranslate();
  const format = useFormat();
  const { details } = event;
  const text = (key: string) => (typeof details[key] === 'string' ? (details[key] as string) : null);
  const [stage, currency, refundId] = ['stage', 'currency', 'refundId'].map(text);
  const status = TELLS_STATUS.has(event.kind) ? text('to') : text('status');
  const amountMinor = details['amountMinor'];
  const parts = [
    typeof amountMinor === 'number' && currency ? format.money({ amountMinor, currency }) : null,
    stage && stage !== 'dispute' && translate(`dispute_stage.${stage}`, { _: stage }),
    status && translate(`dispute_status.${status}`, { _: status }),
  ].filter(Boolean);
  if (parts.length === 0 && !refundId) return null;
  return (
    <Box sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
      {parts.join(' · ')}
      {refundId && (
        <>
          {parts.length > 0 && ' · '}
          <TextLink to={`/refunds/${refundId}/show`}>{translate('dispute.open_refund')}</TextLink>
        </>
      )}
    </Box>
  );
}
