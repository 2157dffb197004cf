import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../display/facts';
import { Section } from '../../display/section';
import { useValueText } from '../../display/use-value-text';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the platform sent, field by field: `payment.provider` rather than a wall of JSON. */
export function RequestView({ request }: { request: Record<string, unknown> }) {
  const translate = useTranslate();
  const text = useValueText();
  const facts: Fact[] = [];
  const add = (fields: Record<string, unknown>, path: string) => {
    for (const [name, value] of Object.entries(fields)) {
      if (isRecord(value)) add(value, `${path}${name}.`);
      else facts.push([translate(`request.${path}${name}`, { _: `${path}${name}` }), text(value)]);
    }
  };
  add(request, '');
  return (
    <Section title={translate('transaction.request')} hint={translate('transaction.request_hint')}>
      <Facts items={facts} />
    </Section>
  );
}
