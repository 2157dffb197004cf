import type { StaffNoticeDetail } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { Identifier } from '../../display/identifier';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { useFormat } from '../../i18n/use-format';

/** When and how it came, how often, and how far it got. */
export function ArrivalView({ notice }: { notice: StaffNoticeDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (field: string) => translate(`resources.notices.fields.${field}`);
  return (
    <Section title={translate('notice.arrival')}>
      <Facts
        items={[
          [label('occurredAt'), <Instant key="o" value={notice.occurredAt} form="full" />],
          [label('receivedAt'), <Instant key="r" value={notice.receivedAt} form="full" />],
          [label('processedAt'), <Instant key="p" value={notice.processedAt} form="full" />],
          [label('nextAttemptAt'), <Instant key="n" value={notice.nextAttemptAt} form="full" />],
          [label('repetitions'), format.number(notice.repetitions)],
          [label('attempts'), format.number(notice.attempts)],
          [label('providerNoticeId'), <Identifier key="i" value={notice.providerNoticeId} />],
          [translate('notice.body_digest'), <Identifier key="b" value={notice.bodySha256} />],
          [translate('notice.headers_digest'), <Identifier key="h" value={notice.headersSha256} />],
        ]}
      />
    </Section>
  );
}
