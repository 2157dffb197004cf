import type { StaffPricePoint } from '@coinwarden/contracts';
import { EVERYWHERE } from '@coinwarden/domain';
import { Box, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { minorOf, typedOf } from '../../i18n/amount-text';
import { type ChosenMoment, isWhole, MomentChoice, momentOf, NO_MOMENT } from '../../i18n/moment-choice';
import { useFormat } from '../../i18n/use-format';
import { CurrencyPicker, RegionPicker } from './place-fields';

const FIRST_CURRENCY = 'USD';
const STORES = ['skuApple', 'skuGoogle'] as const;
type Store = (typeof STORES)[number];

/** A price, as it is typed. */
export interface PriceDraft {
  readonly currency: string;
  readonly region: string;
  readonly amount: string;
  /** Null: as they are in that place. */
  readonly skuApple: string | null;
  readonly skuGoogle: string | null;
  readonly from: ChosenMoment;
  readonly until: ChosenMoment;
}

export const draftOf = (point: StaffPricePoint | null, locale: string): PriceDraft => ({
  currency: point?.price.currency ?? FIRST_CURRENCY,
  region: point?.region ?? EVERYWHERE,
  amount: point ? typedOf(point.price, locale) : '',
  skuApple: null,
  skuGoogle: null,
  from: NO_MOMENT,
  until: momentOf(point?.validUntil ?? null),
});

export const skuOf = (draft: PriceDraft, current: StaffPricePoint | null, store: Store): string =>
  draft[store] ?? current?.[store] ?? '';

/** As it is sent; null while something is missing or no amount. */
export function priceOf(draft: PriceDraft, current: StaffPricePoint | null) {
  const { currency, region, amount, from, until } = draft;
  const amountMinor = minorOf(amount, currency);
  if (amountMinor === null || !isWhole(from) || !isWhole(until)) return null;
  const sent = (store: Store) => skuOf(draft, current, store).trim() || null;
  return {
    currency,
    region,
    amountMinor,
    skuApple: sent('skuApple'),
    skuGoogle: sent('skuGoogle'),
    ...(from.at !== null && { validFrom: from.at }),
    validUntil: until.at,
  };
}

interface PriceFieldsProps {
  draft: PriceDraft;
  current: StaffPricePoint | null;
  /** Off where a price is changed: it stays in its place. */
  choosesPlace: boolean;
  fields: Readonly<Record<string, string>>;
  onChange: (changes: Partial<PriceDraft>) => void;
}

export function PriceFields({ draft, current, choosesPlace, fields, onChange }: PriceFieldsProps) {
  const translate = useTranslate();
  const { locale } = useFormat();
  const { currency, region, amount } = draft;
  const isNoAmount = amount.trim() !== '' && minorOf(amount, currency) === null;
  const wrong = isNoAmount ? translate('price_point.not_an_amount', { currency }) : fields['amountMinor'];
  const example = typedOf({ amountMinor: 999, currency }, locale);
  const label = (field: string) => translate(`resources.price-points.fields.${field}`);
  // Another place has other SKUs.
  const moveTo = (place: Partial<PriceDraft>) => onChange({ ...place, skuApple: null, skuGoogle: null });
  return (
    <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <CurrencyPicker
          value={currency}
          disabled={!choosesPlace}
          error={fields['currency']}
          onChange={(next) => moveTo({ currency: next })}
        />
        <RegionPicker
          value={region}
          disabled={!choosesPlace}
          error={fields['region']}
          onChange={(next) => moveTo({ region: next })}
        />
      </Box>
      <TextField
        label={`${label('price')} (${currency})`}
        value={amount}
        onChange={({ target }) => onChange({ amount: target.value })}
        error={wrong !== undefined}
        helperText={wrong ?? translate('price_point.amount_hint', { example })}
        autoFocus={!choosesPlace}
        required
        slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        {STORES.map((store) => (
          <TextField
            key={store}
            label={label(store)}
            value={skuOf(draft, current, store)}
            onChange={({ target }) => onChange({ [store]: target.value })}
            error={fields[store] !== undefined}
            helperText={fields[store]}
            slotProps={{ htmlInput: { maxLength: 200, spellCheck: false, autoComplete: 'off' } }}
          />
        ))}
      </Box>
      <MomentChoice
        label={translate('price_point.begins')}
        kind="begin"
        value={draft.from}
        error={fields['validFrom']}
        onChange={(from) => onChange({ from })}
      />
      <MomentChoice
        label={translate('price_point.ends')}
        kind="end"
        value={draft.until}
        error={fields['validUntil']}
        after={draft.from.at}
        onChange={(until) => onChange({ until })}
      />
    </Box>
  );
}
