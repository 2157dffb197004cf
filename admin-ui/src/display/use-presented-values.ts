import { useTranslate } from 'react-admin';
import { useFormat } from '../i18n/use-format';
import { useFactText } from './use-fact-text';
import { useValueText } from './use-value-text';

type Values = Readonly<Record<string, unknown>>;

export interface PresentedValue {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** Where a value in minor units finds its currency among the others, which then needs no place of its own. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  amountMinor: 'currency',
  priceMinor: 'priceCurrency',
  limit: 'currency',
  used: 'currency',
  remaining: 'currency',
};

const saidWithAnother = (name: string, values: Values) =>
  Object.keys(values).some((other) => CURRENCY_OF[other] === name);

/** Values that are words of the product, and the section of the catalogue that says them. */
const WORDS: Readonly<Record<string, string>> = {
  layer: 'layer',
  measure: 'measure',
  window: 'window',
  status: 'account_status',
  signs: 'takeover_sign',
  findings: 'finding_kind',
  ways: 'unpaid_kind',
  topics: 'content_topic',
  codes: 'reason',
  sharedType: 'finding_shared',
  methods: 'step_up_method',
  'security.takeoverSigns': 'takeover_sign',
  'security.stepUpMethods': 'step_up_method',
  'tx.kind': 'kind',
  'account.ageBand': 'age_band',
  'account.status': 'account_status',
  'counterparty.ageBand': 'age_band',
  'counterparty.status': 'account_status',
};

/** Values between none and all. */
const SHARES: readonly string[] = ['likelihood', 'strength'];

/** Rules read "a billion minutes ago" where something never happened. */
const NEVER_MINUTES = 1_000_000_000;

/** A sentence among others ends with them. */
const unended = (text: string) => text.replace(/\.$/, '');

/** The values of a reason or a rule as people read them: money as money, words as words, never as never. */
export function usePresentedValues(): (values: Values) => PresentedValue[] {
  const translate = useTranslate();
  const format = useFormat();
  const labelOf = useFactText();
  const plain = useValueText();

  const textOf = (name: string, value: unknown, values: Values): string => {
    if (typeof value === 'number') {
      const currency = name.endsWith('UsdMinor') ? 'USD' : values[CURRENCY_OF[name] ?? ''];
      if (typeof currency === 'string') return format.money({ amountMinor: value, currency });
      if (SHARES.includes(name)) return format.percent(value);
      if (name.endsWith('MinutesAgo') && value >= NEVER_MINUTES) return translate('value.never');
    }
    const words = WORDS[name];
    if (words && Array.isArray(value))
      return format.list(value.map((one) => unended(translate(`${words}.${one}`, { _: String(one) }))));
    if (typeof value === 'string' && value !== '') {
      if (words) return translate(`${words}.${value}`, { _: value });
      if (/(^|\.)country$/i.test(name)) return format.country(value);
    }
    return plain(value);
  };
  return (values) =>
    Object.entries(values)
      .filter(([name, value]) => value !== null && !saidWithAnother(name, values))
      .map(([name, value]) => ({ name, label: labelOf(name), text: textOf(name, value, values) }));
}
