import { FormControlLabel, Switch } from '@mui/material';
import { useFilter } from './filter-bar';

export function ToggleFilter({ source, label }: { source: string; label: string }) {
  const { value, set } = useFilter(source);
  return (
    <FormControlLabel
      control={
        <Switch size="small" checked={value === true} onChange={(_, checked) => set(checked || null)} />
      }
      label={label}
      sx={{ marginX: 0.5, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
    />
  );
}
