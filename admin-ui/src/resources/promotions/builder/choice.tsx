import { FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useTranslate } from 'react-admin';

interface ChoiceProps<Option extends string> {
  /** The section of the catalogue that names the question (`label`) and its answers. */
  words: string;
  options: readonly Option[];
  value: Option;
  onChange: (option: Option) => void;
}

/** One of a few ways, all in view. */
export function Choice<Option extends string>({ words, options, value, onChange }: ChoiceProps<Option>) {
  const translate = useTranslate();
  return (
    <RadioGroup
      row
      aria-label={translate(`${words}.label`)}
      value={value}
      onChange={(_, next) => onChange(next as Option)}
      sx={{ '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
    >
      {options.map((option) => (
        <FormControlLabel
          key={option}
          value={option}
          control={<Radio size="small" />}
          label={translate(`${words}.${option}`)}
        />
      ))}
    </RadioGroup>
  );
}
