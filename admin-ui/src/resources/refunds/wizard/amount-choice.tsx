import type { RefundPreview } from '@coinwarden/contracts';
import { Box, FormControlLabel, InputAdornment, Radio, RadioGroup, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { typedOf } from '../../../i18n/amount-text';
import { useFormat } from '../../../i18n/use-format';

interface AmountChoiceProps {
  purchase: RefundPreview['purchase'];
  /** Null: all that is left. */
  typed: string | null;
  error: string | null;
  onChange: (typed: string | null) => void;
}

/** All that is left, or a part of it. */
export function AmountChoice({ purchase, typed, error, onChange }: AmountChoiceProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { currency } = purchase.money;
  const all = format.money({ amountMinor: purchase.requestableMinor, currency });
  const half = { amountMinor: Math.ceil(purchase.requestableMinor / 2), currency };
  return (
    <Box>
      <RadioGroup
        row
        aria-label={translate('refund_wizard.amount')}
        value={typed === null ? 'all' : 'part'}
        onChange={(_, choice) => onChange(choice === 'all' ? null : typedOf(half, format.locale))}
        sx={{ '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
      >
        <FormControlLabel
          value="all"
          control={<Radio size="small" />}
          label={translate('refund_wizard.all', { amount: all })}
        />
        <FormControlLabel
          value="part"
          control={<Radio size="small" />}
          label={translate('refund_wizard.part')}
        />
      </RadioGroup>
      {typed !== null && (
        <TextField
          value={typed}
          onChange={(event) => onChange(event.target.value)}
          onFocus={(event) => event.target.select()}
          autoFocus
          error={error !== null}
          helperText={error ?? translate('refund_wizard.part_hint', { amount: all })}
          label={translate('refund_wizard.amount')}
          sx={{ marginTop: 1, width: 240 }}
          slotProps={{
            htmlInput: { inputMode: 'decimal', autoComplete: 'off' },
            input: { endAdornment: <InputAdornment position="end">{currency}</InputAdornment> },
          }}
        />
      )}
    </Box>
  );
}
