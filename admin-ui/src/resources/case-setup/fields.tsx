import { ALERT_KINDS, type AlertKind, CASE_VERDICTS, type CaseVerdict } from '@coinwarden/domain';
import { FormControlLabel, MenuItem, Switch, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

interface ChosenProps<Value extends string> {
  label: string;
  value: readonly Value[];
  choices: readonly Value[];
  /** The catalogue's section that names the choices. */
  words: string;
  /** What it says while nothing is chosen. */
  none: string;
  error?: string | undefined;
  onChange: (value: Value[]) => void;
}

function Chosen<Value extends string>({
  label,
  value,
  choices,
  words,
  none,
  error,
  onChange,
}: ChosenProps<Value>) {
  const translate = useTranslate();
  const format = useFormat();
  const name = (one: Value) => translate(`${words}.${one}`);
  return (
    <TextField
      select
      fullWidth
      label={label}
      value={value}
      onChange={({ target }) => onChange(choices.filter((one) => target.value.includes(one)))}
      error={error !== undefined}
      helperText={error}
      slotProps={{
        select: {
          multiple: true,
          displayEmpty: true,
          renderValue: (chosen) =>
            (chosen as Value[]).length === 0 ? none : format.list((chosen as Value[]).map(name)),
        },
        inputLabel: { shrink: true },
      }}
    >
      {choices.map((one) => (
        <MenuItem key={one} value={one}>
          {name(one)}
        </MenuItem>
      ))}
    </TextField>
  );
}

type SomeProps<Value extends string> = Pick<ChosenProps<Value>, 'value' | 'error' | 'onChange'>;

export function KindsField(props: SomeProps<AlertKind>) {
  const translate = useTranslate();
  const common = { label: translate('case_setup.kinds'), none: translate('case_setup.all_kinds') };
  return <Chosen {...common} {...props} choices={ALERT_KINDS} words="alert_kind" />;
}

export function VerdictsField(props: SomeProps<CaseVerdict>) {
  const translate = useTranslate();
  const common = { label: translate('case_setup.verdicts'), none: '–' };
  return <Chosen {...common} {...props} choices={CASE_VERDICTS} words="case_verdict" />;
}

interface FieldProps<Value> {
  value: Value;
  error?: string | undefined;
  onChange: (value: Value) => void;
}

const codesOf = (text: string) => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((code) => code !== ''),
  ),
];

interface CodesProps extends FieldProps<readonly string[]> {
  label: string;
  hint: string;
}

/** Words of a code, such as languages: typed with commas between them. */
export function CodesField({ label, hint, value, error, onChange }: CodesProps) {
  const [text, setText] = useState(value.join(', '));
  return (
    <TextField
      fullWidth
      label={label}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange(codesOf(target.value));
      }}
      error={error !== undefined}
      helperText={error ?? hint}
    />
  );
}

interface FigureProps<Value extends number | null> extends FieldProps<Value> {
  label: string;
  unit: string;
  /** How many of what is stored make one of what is shown. */
  scale?: number;
  hint?: string;
}

const readFigure = (text: string, scale: number) => {
  const figure = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(figure) || figure < 0 ? null : Math.round(figure * scale);
};

/** A number as people say it: dollars for cents, per cent for per mille. Empty is null. */
export function FigureField({
  label,
  unit,
  scale = 1,
  hint,
  value,
  error,
  onChange,
}: FigureProps<number | null>) {
  const [text, setText] = useState(value === null ? '' : String(value / scale));
  return (
    <TextField
      fullWidth
      label={label}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange(readFigure(target.value, scale));
      }}
      error={error !== undefined}
      helperText={error ?? hint}
      slotProps={{
        htmlInput: { inputMode: 'decimal' },
        input: { endAdornment: <span style={{ color: 'var(--muted)', whiteSpace: 'nowrap' }}>{unit}</span> },
      }}
    />
  );
}

export function SwitchField({
  label,
  value,
  onChange,
}: Pick<FieldProps<boolean>, 'value' | 'onChange'> & { label: string }) {
  return (
    <FormControlLabel
      control={<Switch size="small" checked={value} onChange={(_, checked) => onChange(checked)} />}
      label={label}
      sx={{ marginInlineStart: 0, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
    />
  );
}

/** A code from a name, as far as its letters go: what a new record is called by. */
export const codeFrom = (name: string, joint: '-' | '_') =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, joint)
    .replaceAll(/^[^a-z]+|[-_]+$/g, '')
    .slice(0, 64);
