import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFilter } from './filter-bar';

interface ChoiceFilterProps {
  source: string;
  label: string;
  choices: readonly string[];
  /** The catalogue's section that names the choices: `kind` for `kind.gift`. */
  words: string;
}

/** Pixels, so that a label is never cut by the arrow beside it. */
const ROOM_FOR_ARROW = 52;
const CHARACTER = 7;

export function ChoiceFilter({ source, label, choices, words }: ChoiceFilterProps) {
  const { value, set } = useFilter(source);
  const translate = useTranslate();
  return (
    <TextField
      select
      label={label}
      value={typeof value === 'string' && choices.includes(value) ? value : ''}
      onChange={(event) => set(event.target.value)}
      sx={{ minWidth: Math.max(116, ROOM_FOR_ARROW + label.length * CHARACTER) }}
      slotProps={{ htmlInput: { 'aria-label': label } }}
    >
      <MenuItem value="">{translate('list.any')}</MenuItem>
      {choices.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {translate(`${words}.${choice}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
