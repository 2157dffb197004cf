import type { StaffDisputeDetail } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../../display/facts';
import { Identifier } from '../../../display/identifier';
import { Instant } from '../../../display/instant';
import { Section } from '../../../display/section';
import { AccountLink, TextLink, TransactionLink } from '../../../display/text-link';
import { schemeName } from '../dispute-words';
import { Assignee } from './assignee';

export function DisputeFacts({ dispute }: { dispute: StaffDisputeDetail }) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.disputes.fields.${field}`);
  const facts: Fact[] = [
    [label('assignee'), <Assignee key="w" dispute={dispute} />],
    [label('accountId'), dispute.accountId && <AccountLink key="a" id={dispute.accountId} />],
    [label('purchaseId'), dispute.purchaseId && <TransactionLink key="p" id={dispute.purchaseId} />],
    [label('purchasedAt'), <Instant key="b" value={dispute.purchasedAt} form="full" />],
    [label('packageId'), dispute.packageId],
    [label('reference'), <Identifier key="r" value={dispute.reference} />],
    [label('providerDisputeId'), <Identifier key="d" value={dispute.providerDisputeId} />],
    [label('reason'), dispute.reason.replaceAll('_', ' ')],
    [label('scheme'), schemeName(dispute.scheme)],
    [
      label('networkReasonCode'),
      [dispute.networkReasonCode, dispute.schemeReason].filter(Boolean).join(' · ') || null,
    ],
    [label('openedAt'), <Instant key="o" value={dispute.openedAt} form="full" />],
    ...(dispute.dueAt
      ? [[label('dueAt'), <Instant key="u" value={dispute.dueAt} form="full" />] as const]
      : []),
    ...(dispute.dueFrom
      ? [[label('dueFrom'), translate(`dispute.due_from.${dispute.dueFrom}`)] as const]
      : []),
    ...(dispute.answeredAt
      ? [[label('answeredAt'), <Instant key="s" value={dispute.answeredAt} form="full" />] as const]
      : []),
    ...(dispute.closedAt
      ? [[label('closedAt'), <Instant key="c" value={dispute.closedAt} form="full" />] as const]
      : []),
    ...(dispute.refundId
      ? [
          [
            label('refundId'),
            <TextLink key="f" to={`/refunds/${dispute.refundId}/show`}>
              {translate('dispute.open_refund')}
            </TextLink>,
          ] as const,
        ]
      : []),
  ];
  return (
    <Section title={translate('dispute.details')}>
      <Facts items={facts} />
    </Section>
  );
}
