import type { StaffRefundDetail } from '@coinwarden/contracts';
import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panes } from '../../display/panes';
import { Section } from '../../display/section';
import { DecisionView } from './decision-view';
import { ProviderFacts } from './provider-facts';
import { PurchaseFacts } from './purchase-facts';
import { RefundClawback } from './refund-clawback';
import { RefundFacts } from './refund-facts';
import { RefundTimeline } from './refund-timeline';
import { FailureText } from './refund-words';

/** Everything one decides a refund by: who loses what and why it waits on the left, the request and its purchase beside it. */
export function RefundEvidence({ refund }: { refund: StaffRefundDetail }) {
  const translate = useTranslate();
  return (
    <Panes>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {refund.nextStep && (
          <Alert severity="info" role="note">
            {translate(`refund.next_step.${refund.nextStep.code}`)}
          </Alert>
        )}
        {refund.failure && (
          <Alert severity="error">
            <strong>{translate(`refund.ended.${refund.status}`, { _: refund.failure.code })}</strong>{' '}
            <FailureText message={refund.failure.message} />
          </Alert>
        )}
        <RefundClawback refund={refund} />
        {refund.decision && (
          <Section title={translate('refund.decision')}>
            <DecisionView decision={refund.decision} />
          </Section>
        )}
        {(refund.providerRefunds.length > 0 || refund.status === 'processing') && (
          <ProviderFacts refund={refund} />
        )}
        <RefundTimeline refund={refund} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <RefundFacts refund={refund} />
        {refund.purchase && <PurchaseFacts purchase={refund.purchase} />}
      </Box>
    </Panes>
  );
}
