import type { LimitMeasure } from '@coinwarden/domain';
import { Box, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { minorOrNothing, typedOf, wholeOf } from '../../i18n/amount-text';
import { useFormat } from '../../i18n/use-format';
import { CurrencyPicker } from '../price-points/place-fields';
import type { LimitAmountValue } from './limit-words';

/** An amount of coins or money, as it is typed. */
export interface AmountDraft {
  readonly measure: LimitMeasure;
  readonly amount: string;
  /** Kept while coins are typed. */
  readonly currency: string;
}

/** As it is sent; null while nothing or no amount is typed. */
export function amountOf({ measure, amount, currency }: AmountDraft): LimitAmountValue | null {
  const limit = measure === 'coins_spent' ? wholeOf(amount) : minorOrNothing(amount, currency);
  return limit === null ? null : { limit, currency: measure === 'coins_spent' ? null : currency };
}

export const typedAmount = ({ limit, currency }: LimitAmountValue, locale: string): string =>
  currency === null ? String(limit) : typedOf({ amountMinor: limit, currency }, locale);

interface LimitAmountFieldProps {
  draft: AmountDraft;
  label: string;
  hint?: string;
  fields: Readonly<Record<string, string>>;
  /** What the server calls the amount. */
  field?: string;
  autoFocus?: boolean;
  onChange: (changes: Partial<AmountDraft>) => void;
}

/** A number of coins, or an amount and its currency. */
export function LimitAmountField(props: LimitAmountFieldProps) {
  const { draft, label, hint, fields, field = 'limit', autoFocus = false, onChange } = props;
  const translate = useTranslate();
  const { locale } = useFormat();
  const { measure, amount, currency } = draft;
  const money = measure === 'purchase_money';
  const isNone = amount.trim() !== '' && amountOf(draft) === null;
  const wrong = isNone
    ? money
      ? translate('price_point.not_an_amount', { currency })
      : translate('package.not_a_number')
    : fields[field];
  const example = money ? typedOf({ amountMinor: 5_000, currency }, locale) : '500';
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: money ? { sm: '1fr 1fr' } : '1fr' }}>
      <TextField
        label={money ? `${label} (${currency})` : label}
        value={amount}
        onChange={({ target }) => onChange({ amount: target.value })}
        error={wrong !== undefined}
        helperText={wrong ?? hint ?? translate('price_point.amount_hint', { example })}
        autoFocus={autoFocus}
        required
        slotProps={{ htmlInput: { inputMode: money ? 'decimal' : 'numeric', autoComplete: 'off' } }}
      />
      {money && (
        <CurrencyPicker
          value={currency}
          error={fields['currency']}
          onChange={(next) => onChange({ currency: next })}
        />
      )}
    </Box>
  );
}
