import type { ConsumptionAnswerView } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { Since } from '../../display/since';
import { useFormat } from '../../i18n/use-format';
import { AnswerStateTag } from './notice-words';
import { useReasonText } from './use-reason-text';

const MILLI_PERCENT = 100_000;

/** What the store was told of how much was used, by when, and what that was computed from. */
export function AnswerView({ answer }: { answer: ConsumptionAnswerView }) {
  const translate = useTranslate();
  const format = useFormat();
  const reasonText = useReasonText();
  const { computed } = answer;
  const items: Fact[] = [
    [
      translate('notice.answer.due'),
      <span key="due">
        <Instant value={answer.dueAt} form="full" />
        {answer.state === 'pending' && (
          <>
            {' '}
            (<Since value={answer.dueAt} />)
          </>
        )}
      </span>,
    ],
    [translate('notice.answer.sent'), <Instant key="sent" value={answer.sentAt} form="full" />],
    [translate('resources.notices.fields.attempts'), format.number(answer.attempts)],
  ];
  const error = reasonText({ code: answer.errorCode, values: answer.errorValues, text: answer.error });
  if (error !== null) items.push([translate('notice.answer.error'), error]);
  if (computed) {
    items.push(
      [translate('notice.answer.granted'), format.number(computed.grantedCoins)],
      [translate('notice.answer.unspent'), format.number(computed.unspentCoins)],
      [translate('notice.answer.consumed'), format.percent(computed.consumedMilliPercent / MILLI_PERCENT)],
      [translate('notice.answer.preference'), translate(`refund_preference.${computed.preference}`)],
    );
  }
  return (
    <Section title={translate('notice.answer.title')} action={<AnswerStateTag value={answer.state} />}>
      <Facts items={items} />
    </Section>
  );
}
