import { BACKTEST_BASELINES } from '@coinwarden/domain';
import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ChooseKinds } from './choose-kinds';
import type { BacktestDraft } from './draft';

interface ChooseSliceProps {
  draft: BacktestDraft;
  fields: Readonly<Record<string, string>>;
  onChange: (changes: Partial<BacktestDraft>) => void;
}

type Field = 'from' | 'to' | 'countries' | 'samplePercent' | 'maturityDays' | 'baseline';

export function ChooseSlice({ draft, fields, onChange }: ChooseSliceProps) {
  const translate = useTranslate();
  const errorOf = (path: string) =>
    Object.entries(fields).find(([name]) => name === path || name.startsWith(`${path}.`))?.[1];
  const field = (key: Field, path: string) => {
    const error = errorOf(path);
    return {
      label: translate(`backtest.slice.${key}`),
      value: draft[key],
      onChange: (event: { target: { value: string } }) => onChange({ [key]: event.target.value }),
      error: error !== undefined,
      helperText: error ?? translate(`backtest.slice.${key}_hint`, { _: '' }),
    };
  };
  const day = { type: 'date', required: true, slotProps: { inputLabel: { shrink: true } } } as const;
  const number = (min: number, max: number) =>
    ({ type: 'number', required: true, slotProps: { htmlInput: { min, max } } }) as const;
  return (
    <>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
        <TextField {...field('from', 'slice.from')} {...day} />
        <TextField {...field('to', 'slice.to')} {...day} />
        <ChooseKinds
          label={translate('backtest.slice.kinds')}
          value={draft.kinds}
          onChange={(kinds) => onChange({ kinds })}
        />
        <TextField {...field('countries', 'slice.countries')} />
        <TextField {...field('samplePercent', 'slice.samplePercent')} {...number(1, 100)} />
        <TextField {...field('maturityDays', 'maturityDays')} {...number(1, 365)} />
      </Box>
      <TextField select {...field('baseline', 'baseline')}>
        {BACKTEST_BASELINES.map((baseline) => (
          <MenuItem key={baseline} value={baseline}>
            {translate(`backtest.slice.baseline_${baseline}`)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
