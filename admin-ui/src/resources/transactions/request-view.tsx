import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../display/facts';
import { Section } from '../../display/section';
import { useValueText } from '../../display/use-value-text';
import { type MoneyValue, useFormat } from '../../i18n/use-format';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMoney = (value: unknown): value is MoneyValue =>
  isRecord(value) && typeof value['amountMinor'] === 'number' && typeof value['currency'] === 'string';

/** The fields that hold one of our own words, and where those are translated. */
const WORDS: Readonly<Record<string, string>> = {
  kind: 'kind',
  'payment.provider': 'payment_provider',
  'payout.method': 'payout_method',
};

/** What the platform sent, field by field: "Payment provider" rather than a wall of JSON. */
export function RequestView({ request }: { request: Record<string, unknown> }) {
  const translate = useTranslate();
  const format = useFormat();
  const plain = useValueText();
  const facts: Fact[] = [];
  const text = (path: string, value: unknown) => {
    if (isMoney(value)) return format.money(value);
    const words = WORDS[path];
    return words ? translate(`${words}.${value}`, { _: plain(value) }) : plain(value);
  };
  const add = (fields: Record<string, unknown>, parent: string) => {
    for (const [name, value] of Object.entries(fields)) {
      const path = `${parent}${name}`;
      if (isRecord(value) && !isMoney(value)) add(value, `${path}.`);
      else facts.push([translate(`request.${path}`, { _: path }), text(path, value)]);
    }
  };
  add(request, '');
  return (
    <Section title={translate('transaction.request')} hint={translate('transaction.request_hint')}>
      <Facts items={facts} />
    </Section>
  );
}
