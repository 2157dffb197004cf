import type { RefundBulkFilter } from '@coinwarden/contracts';
import { PAYMENT_PROVIDERS, type PaymentProvider, startOfDay } from '@coinwarden/domain';
import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

export interface FilterDraft {
  readonly from: string;
  readonly to: string;
  readonly provider: PaymentProvider | '';
  readonly packageId: string;
  readonly instrument: string;
  readonly accountId: string;
}

export const NO_FILTER: FilterDraft = {
  from: '',
  to: '',
  provider: '',
  packageId: '',
  instrument: '',
  accountId: '',
};

/** Days as the console shows them, the last one included; null until both are chosen. */
export function filterOf(draft: FilterDraft, timeZone: string): RefundBulkFilter | null {
  if (draft.from === '' || draft.to === '') return null;
  const { provider } = draft;
  const text = (key: 'packageId' | 'instrument' | 'accountId') => {
    const value = draft[key].trim();
    return value === '' ? {} : { [key]: value };
  };
  return {
    from: new Date(startOfDay(draft.from, timeZone)).toISOString(),
    to: new Date(startOfDay(draft.to, timeZone, 1)).toISOString(),
    ...(provider !== '' && { provider }),
    ...text('packageId'),
    ...text('instrument'),
    ...text('accountId'),
  };
}

interface ChooseFilterProps {
  draft: FilterDraft;
  fields: Readonly<Record<string, string>>;
  onChange: (draft: FilterDraft) => void;
}

/** What the purchases have in common: a bad hour, a package, a card. */
export function ChooseFilter({ draft, fields, onChange }: ChooseFilterProps) {
  const translate = useTranslate();
  const field = (key: keyof FilterDraft) => ({
    label: translate(`refund_bulk.filter.${key}`),
    value: draft[key],
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [key]: event.target.value }),
    error: fields[`filter.${key}`] !== undefined,
    helperText: fields[`filter.${key}`],
  });
  const day = { type: 'date', required: true, slotProps: { inputLabel: { shrink: true } } } as const;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(190px, 1fr))' }}>
      <TextField {...field('from')} {...day} autoFocus />
      <TextField {...field('to')} {...day} />
      <TextField select {...field('provider')}>
        <MenuItem value="">{translate('list.any')}</MenuItem>
        {PAYMENT_PROVIDERS.map((provider) => (
          <MenuItem key={provider} value={provider}>
            {translate(`payment_provider.${provider}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField {...field('packageId')} />
      <TextField {...field('instrument')} />
      <TextField {...field('accountId')} />
    </Box>
  );
}
