import type { ProviderRefundView, StaffRefundDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Identifier } from '../../display/identifier';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { NoticesLink } from '../../money-back/notices-link';
import { FailureText } from './refund-words';

const TONES = {
  pending: 'info',
  succeeded: 'positive',
  failed: 'negative',
  cancelled: 'neutral',
  reversed: 'caution',
} as const;

/** How far it got, and below it what the provider adds. */
function State({ of: { status, detail } }: { of: ProviderRefundView }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', justifyItems: 'start', rowGap: 0.25 }}>
      <Tag tone={TONES[status]}>{translate(`provider_refund_status.${status}`)}</Tag>
      {detail && (
        <Box sx={{ fontSize: '0.75rem', color: 'var(--muted)' }}>
          <FailureText message={detail} />
        </Box>
      )}
    </Box>
  );
}

/** What the payment provider has said about it, attempt by attempt. */
export function ProviderFacts({ refund }: { refund: StaffRefundDetail }) {
  const translate = useTranslate();
  const columns: Column<ProviderRefundView>[] = [
    {
      label: translate('refund.provider.status'),
      value: (one) => <State of={one} />,
    },
    { label: translate('refund.provider.money'), numeric: true, value: (one) => <Money value={one.money} /> },
    { label: translate('refund.provider.id'), value: (one) => <Identifier value={one.providerRefundId} /> },
    { label: translate('refund.provider.at'), value: (one) => <Instant value={one.at} /> },
  ];
  return (
    <Section
      title={translate('refund.provider.title')}
      hint={translate('refund.provider.hint')}
      action={<NoticesLink purchaseId={refund.purchaseId} />}
      flush
    >
      <RecordTable
        label={translate('refund.provider.title')}
        rows={refund.providerRefunds}
        columns={columns}
        rowKey={(one) => one.providerRefundId}
        empty={translate('refund.provider.empty')}
      />
    </Section>
  );
}
