import type { StaffNoticeDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { type Fact, Facts } from '../../display/facts';
import { Identifier } from '../../display/identifier';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { AccountLink, TextLink, TransactionLink } from '../../display/text-link';
import { schemeName } from '../disputes/dispute-words';

type Value = string | number | boolean | null | { amountMinor: number; currency: string } | MoneyEvent[];
interface MoneyEvent {
  readonly eventId: string;
  readonly kind: 'withdrawn' | 'reinstated';
  readonly amountMinor: number;
  readonly feeMinor: number;
  readonly currency: string;
  readonly at: number;
}

const MOMENTS = new Set(['openedAt', 'dueAt']);
const IDS = /(Id|reference|Reference)$/;
/** Where the words of a field stand; a word that is not there is the provider's own. */
const WORDS: Readonly<Record<string, string>> = {
  status: 'notice.word',
  stage: 'notice.word',
  what: 'notice.irrelevant',
  requestReason: 'notice.request_reason',
  fraudType: 'fraud_type',
};

/** What was read out of the notice, and the purchase it was matched with. */
export function FactView({ notice }: { notice: StaffNoticeDetail }) {
  const translate = useTranslate();
  const fact = (notice.fact ?? {}) as Record<string, Value>;
  const items: Fact[] = Object.entries(fact)
    .filter(([name]) => name !== 'type')
    .map(([name, value]) => [
      translate(`notice.fact.${name}`, { _: name }),
      <FactValue key={name} {...{ name, value }} />,
    ]);
  const matched: Fact[] = [
    [
      translate('resources.notices.fields.purchaseId'),
      notice.purchaseId ? (
        <TransactionLink key="purchase" id={notice.purchaseId} />
      ) : (
        translate('notice.no_purchase')
      ),
    ],
    [translate('notice.account'), notice.accountId && <AccountLink key="account" id={notice.accountId} />],
    ...(notice.references.length > 1
      ? [[translate('notice.names'), <Names key="names" names={notice.references} />] as const]
      : []),
  ];
  return (
    <Section title={translate('notice.says')}>
      <Facts items={notice.references.length > 0 ? [...items, ...matched] : items} />
      {items.length === 0 && notice.references.length === 0 && translate('notice.says_nothing')}
    </Section>
  );
}

function FactValue({ name, value }: { name: string; value: Value }): ReactNode {
  const translate = useTranslate();
  if (value === null) return name === 'money' ? translate('notice.whole_payment') : '–';
  if (Array.isArray(value)) return <MoneyEvents events={value} />;
  if (typeof value === 'object') return <Money value={value} />;
  if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
  if (typeof value === 'number' && MOMENTS.has(name))
    return <Instant value={new Date(value).toISOString()} form="full" />;
  if (typeof value === 'string' && name in WORDS) return translate(`${WORDS[name]}.${value}`, { _: value });
  if (name === 'scheme') return schemeName(String(value));
  if (typeof value === 'string' && name in OURS) return <Ours {...{ name, value }} />;
  if (typeof value === 'string' && IDS.test(name)) return <Identifier value={value} />;
  return String(value);
}

/** Where the record is to be seen that a notice names: ours by its id, a dispute by the provider's. */
const OURS: Readonly<Record<string, (id: string) => string>> = {
  refundId: (id) => `/refunds/${encodeURIComponent(id)}/show`,
  providerDisputeId: (id) => `/disputes?filter=${encodeURIComponent(JSON.stringify({ q: id }))}`,
};

function Ours({ name, value }: { name: string; value: string }) {
  const translate = useTranslate();
  const to = OURS[name]?.(value);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 10px' }}>
      <Identifier value={value} />
      {to && <TextLink to={to}>{translate(`notice.show.${name}`)}</TextLink>}
    </Box>
  );
}

const Names = ({ names }: { names: readonly string[] }) => (
  <Box sx={{ display: 'grid', gap: 0.25 }}>
    {names.map((name) => (
      <Identifier key={name} value={name} />
    ))}
  </Box>
);

function MoneyEvents({ events }: { events: readonly MoneyEvent[] }) {
  const translate = useTranslate();
  if (events.length === 0) return '–';
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 0.25 }}>
      {events.map(({ eventId, kind, amountMinor, feeMinor, currency, at }) => (
        <li key={eventId}>
          {translate(`notice.word.${kind}`)} <Money value={{ amountMinor, currency }} />
          {feeMinor !== 0 && (
            <>
              {' '}
              {translate('notice.plus_fee')} <Money value={{ amountMinor: feeMinor, currency }} />
            </>
          )}{' '}
          · <Instant value={new Date(at).toISOString()} />
        </li>
      ))}
    </Box>
  );
}
