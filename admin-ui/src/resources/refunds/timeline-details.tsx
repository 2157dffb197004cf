import type { RefundEventView } from '@coinwarden/contracts';
import { REFUND_OUTCOMES, type RefundEventKind, type RefundOutcome } from '@coinwarden/domain';
import { Box, Typography } from '@mui/material';
import type { ComponentType } from 'react';
import { useTranslate } from 'react-admin';
import { Identifier } from '../../display/identifier';
import { RefundOutcomeTag } from './refund-words';
import { useRefundWords } from './use-refund-words';

type Details = RefundEventView['details'];
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What is particular to a kind of event; most say everything by their name. */
const DETAILS: Partial<Record<RefundEventKind, ComponentType<{ details: Details }>>> = {
  judged: Judgement,
  approved: Judgement,
  rejected: Judgement,
  answer_lost: Message,
  provider_refused: Message,
  failed: Message,
  provider_told: ProviderTold,
  confirmed_paid: Paid,
};

export function TimelineDetails({ event }: { event: RefundEventView }) {
  const Shown = DETAILS[event.kind];
  return Shown ? <Shown details={event.details} /> : null;
}

function Judgement({ details }: { details: Details }) {
  const { whyText } = useRefundWords();
  const outcome = REFUND_OUTCOMES.find((one) => one === details['outcome']) as RefundOutcome | undefined;
  const why = textOf(details['why']);
  if (!outcome || !why) return null;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', flexWrap: 'wrap', marginTop: 0.5 }}>
      <RefundOutcomeTag value={outcome} />
      <Box component="span" sx={{ color: 'var(--muted)' }}>
        {whyText({ rowId: textOf(details['rowId']), why })}
      </Box>
    </Box>
  );
}

function Message({ details }: { details: Details }) {
  const parts = [textOf(details['code']), textOf(details['message'])].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return (
    <Typography variant="body2" sx={{ color: 'var(--muted)', overflowWrap: 'anywhere' }}>
      {parts.join(' · ')}
    </Typography>
  );
}

function ProviderTold({ details }: { details: Details }) {
  const translate = useTranslate();
  const status = textOf(details['status']);
  const id = textOf(details['providerRefundId']);
  return (
    <Box sx={{ color: 'var(--muted)', display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      {status && translate(`provider_refund_status.${status}`, { _: status })}
      {id && <Identifier value={id} />}
    </Box>
  );
}

function Paid({ details }: { details: Details }) {
  const reference = textOf(details['paymentReference']);
  return reference ? <Identifier value={reference} /> : null;
}
