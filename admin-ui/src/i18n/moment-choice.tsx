import { dayIn, startOfDay } from '@coinwarden/domain';
import { Box, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
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

/** What it is called without a moment and with one, and the field that appears with one. */
const WORDS = {
  begin: { none: 'moment.at_once', some: 'moment.later', field: 'moment.begin' },
  /** Something that goes on until somebody stops it. */
  stop: { none: 'moment.at_once', some: 'moment.later', field: 'moment.end' },
  /** An end that is set beforehand, or none. */
  end: { none: 'moment.never', some: 'moment.some', field: 'moment.end' },
} as const;

interface MomentChoiceProps {
  label: string;
  kind: keyof typeof WORDS;
  value: ChosenMoment;
  error?: string | undefined;
  /** What it comes after, where that is not now. */
  after?: string | null;
  onChange: (value: ChosenMoment) => void;
}

/** Asks whether there is a moment before it asks which one: an empty field would leave that open. */
export function MomentChoice(props: MomentChoiceProps) {
  const { label, kind, value, error, after, onChange } = props;
  const words = WORDS[kind];
  const translate = useTranslate();
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
        <FormControlLabel value="none" control={<Radio size="small" />} label={translate(words.none)} />
        <FormControlLabel value="some" control={<Radio size="small" />} label={translate(words.some)} />
      </RadioGroup>
      {value.set && (
        <MomentField
          label={translate(words.field)}
          value={value.at}
          hint={translate('moment.choose')}
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
