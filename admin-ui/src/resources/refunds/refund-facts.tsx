import type { StaffRefundDetail } from '@coinwarden/contracts';
import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../display/facts';
import { Identifier } from '../../display/identifier';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { AccountLink, TextLink } from '../../display/text-link';
import { Word } from '../../display/words';
import { RefundActorName } from './refund-words';
import { useRefundWords } from './use-refund-words';

/** Who asked for what and why. */
export function RefundFacts({ refund }: { refund: StaffRefundDetail }) {
  const translate = useTranslate();
  const { labelText } = useRefundWords();
  const label = (field: string) => translate(`resources.refunds.fields.${field}`);
  const facts: Fact[] = [
    [label('reason'), labelText(refund.reason, refund.reasonLabel)],
    [label('accountId'), <AccountLink key="account" id={refund.accountId} />],
    [label('requestedBy'), <RefundActorName key="by" actor={refund.requestedBy} />],
    [label('requestedAt'), <Instant key="at" value={refund.requestedAt} form="full" />],
    ...(refund.approvedBy
      ? [[label('approvedBy'), <RefundActorName key="approved" actor={refund.approvedBy} />] as const]
      : []),
    [label('origin'), <Word key="origin" of="refund_origin" value={refund.origin} />],
    [label('channel'), <Word key="channel" of="refund_channel" value={refund.channel} />],
    ...(refund.bulkId
      ? [
          [
            label('bulkId'),
            <TextLink key="bulk" to={`/refund-bulks/${refund.bulkId}/show`}>
              {translate('refund.open_bulk')}
            </TextLink>,
          ] as const,
        ]
      : []),
    [label('id'), <Identifier key="id" value={refund.id} />],
  ];
  return (
    <Section title={translate('refund.request')}>
      {refund.note && (
        <Alert severity="info" icon={false} sx={{ marginBottom: 1.5, whiteSpace: 'pre-wrap' }}>
          {refund.note}
        </Alert>
      )}
      <Facts items={facts} />
    </Section>
  );
}
