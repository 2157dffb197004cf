import { Alert, Box, FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { RecordTable } from '../display/record-table';
import { useFormat } from '../i18n/use-format';

const SHOWN_ROWS = 20;

interface WrongRowsProps {
  count: number;
  /** The first of them, by the line they stand on. */
  errors: readonly { line: number; value: string; detail: string }[];
  skip: boolean;
  onSkip: (skip: boolean) => void;
}

/** What is wrong on which line, and the choice what to do about it. */
export function WrongRows({ count, errors, skip, onSkip }: WrongRowsProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <>
      <Alert severity="error">
        {translate('upload.wrong', { smart_count: count, count: format.number(count) })}
      </Alert>
      <Box sx={{ maxHeight: 320, overflow: 'auto' }} tabIndex={0}>
        <RecordTable
          rows={errors.slice(0, SHOWN_ROWS)}
          rowKey={(row) => String(row.line)}
          label={translate('upload.wrong_rows')}
          empty=""
          columns={[
            { label: translate('upload.line'), value: (row) => row.line, numeric: true },
            { label: translate('upload.value'), value: (row) => row.value },
            { label: translate('upload.detail'), value: (row) => row.detail },
          ]}
        />
      </Box>
      <RadioGroup
        aria-label={translate('upload.choice')}
        value={skip ? 'skip' : 'refuse'}
        onChange={(_, value) => onSkip(value === 'skip')}
      >
        {(['refuse', 'skip'] as const).map((way) => (
          <FormControlLabel
            key={way}
            value={way}
            control={<Radio size="small" />}
            label={translate(`upload.way.${way}`)}
          />
        ))}
      </RadioGroup>
    </>
  );
}
