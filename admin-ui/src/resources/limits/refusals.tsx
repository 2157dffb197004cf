import type { SpendingAnswer } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Coins, Money } from '../../display/amounts';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { TransactionLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { useLimitText } from './limit-words';
import { ZonedInstant } from './zoned-instant';

/** What limits and exclusions refused lately: what was asked, and what was left. */
export function Refusals({ answer }: { answer: SpendingAnswer }) {
  const translate = useTranslate();
  const format = useFormat();
  const { amountText, measureText } = useLimitText();
  const { refusals, searched, timeZone } = answer;
  return (
    <Section
      title={translate('spending.refusals.title')}
      hint={translate('spending.refusals.hint', { count: format.number(searched) })}
      flush
    >
      <RecordTable
        label={translate('spending.refusals.title')}
        rows={refusals}
        rowKey={({ transactionId }) => transactionId}
        empty={translate('spending.refusals.none')}
        columns={[
          {
            label: translate('spending.refusals.at'),
            value: (r) => <ZonedInstant value={r.decidedAt} timeZone={timeZone} />,
          },
          {
            label: translate('spending.refusals.asked'),
            value: (r) => (
              <TwoLines below={<Word of="kind" value={r.kind} />}>
                <TransactionLink id={r.transactionId}>
                  {r.kind === 'purchase' && r.money ? <Money value={r.money} /> : <Coins value={r.coins} />}
                </TransactionLink>
              </TwoLines>
            ),
          },
          {
            label: translate('spending.refusals.by'),
            foldsBelow: 480,
            value: (r) =>
              r.limit ? (
                <TwoLines below={measureText(r.limit)}>
                  <Word of="layer" value={r.limit.layer} />
                </TwoLines>
              ) : (
                translate('spending.exclusion')
              ),
          },
          {
            label: translate('spending.refusals.left'),
            numeric: true,
            foldsBelow: 620,
            value: (r) =>
              r.limit && (
                <TwoLines
                  below={translate('limit.used_of', {
                    used: amountText({ ...r.limit, limit: r.limit.used }),
                    limit: amountText(r.limit),
                  })}
                >
                  {amountText({ ...r.limit, limit: r.limit.remaining })}
                </TwoLines>
              ),
          },
        ]}
      />
    </Section>
  );
}
