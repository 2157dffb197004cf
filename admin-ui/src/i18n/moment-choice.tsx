import { dayIn, startOfDay } from '@coinwarden/domain';
import { Box, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useId } from 'react';
import { MomentField } from './moment-field';
import { useTimeZone } from './time-zone';

/** At once (or never), or at a moment; the moment is null while its field is empty. */
export interface ChosenMoment {
  readonly set: boolean;
  readonly at: string | null;
}

export const NO_MOMENT: ChosenMoment = { set: false, at: null };
export const momentOf = (at: string | null): ChosenMoment => ({ set: at !== null, at });
export const isWhole = ({ set, at }: ChosenMoment): boolean => !set || at !== null;

interface MomentChoiceProps {
  label: string;
  /** What it is called without a moment, and with one. */
  words: readonly [none: string, some: string];
  /** The label of the field that appears with the second. */
  field: string;
  /** Said while the field is empty. */
  hint: string;
  value: ChosenMoment;
  error?: string | undefined;
  /** What it comes after, where that is not now. */
  after?: string | null;
  onChange: (value: ChosenMoment) => void;
}

/** Asks whether there is a moment before it asks which one: an empty field would leave that open. */
export function MomentChoice(props: MomentChoiceProps) {
  const { label, words, field, hint, value, error, after, onChange } = props;
  const id = useId();
  const { timeZone } = useTimeZone();
  const nextDay = () => {
    const day = dayIn(after ? Date.parse(after) : Date.now(), timeZone);
    return new Date(startOfDay(day, timeZone, 1)).toISOString();
  };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <FormLabel id={id} sx={{ fontSize: '0.75rem' }}>
        {label}
      </FormLabel>
      <RadioGroup
        row
        aria-labelledby={id}
        value={value.set ? 'some' : 'none'}
        onChange={(_, choice) =>
          onChange(choice === 'none' ? NO_MOMENT : { set: true, at: value.at ?? nextDay() })
        }
        sx={{ marginTop: -1, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
      >
        <FormControlLabel value="none" control={<Radio size="small" />} label={words[0]} />
        <FormControlLabel value="some" control={<Radio size="small" />} label={words[1]} />
      </RadioGroup>
      {value.set && (
        <MomentField
          label={field}
          value={value.at}
          hint={hint}
          error={error}
          onChange={(at) => onChange({ set: true, at })}
        />
      )}
      {!value.set && error && (
        <Box role="alert" sx={{ color: 'var(--negative)', fontSize: '0.75rem' }}>
          {error}
        </Box>
      )}
    </Box>
  );
}
