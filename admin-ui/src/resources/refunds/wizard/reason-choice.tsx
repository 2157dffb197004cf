import type { StaffRefundReason } from '@coinwarden/contracts';
import { Box, FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useRefundWords } from '../use-refund-words';

interface ReasonChoiceProps {
  reasons: readonly StaffRefundReason[];
  value: string | null;
  onChange: (code: string) => void;
}

/** Every reason the person may give, all in view, so that one click or the arrow keys are enough. */
export function ReasonChoice({ reasons, value, onChange }: ReasonChoiceProps) {
  const translate = useTranslate();
  const { labelText } = useRefundWords();
  return (
    <RadioGroup
      aria-label={translate('resources.refunds.fields.reason')}
      value={value ?? ''}
      onChange={(_, code) => onChange(code)}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(230px, 1fr))',
        columnGap: 2,
        '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' },
      }}
    >
      {reasons.map(({ code, label, cause }) => (
        <FormControlLabel
          key={code}
          value={code}
          control={<Radio size="small" sx={{ padding: '5px 9px' }} />}
          label={
            <>
              {labelText(code, label)}
              {cause === 'fraud' && (
                <Box component="span" sx={{ color: 'var(--negative)', fontSize: '0.75rem' }}>
                  {' '}
                  {translate('refund_wizard.cause.fraud')}
                </Box>
              )}
            </>
          }
        />
      ))}
    </RadioGroup>
  );
}
