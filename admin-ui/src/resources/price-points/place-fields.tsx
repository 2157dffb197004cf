import { COUNTRIES } from '@coinwarden/contracts';
import { EVERYWHERE } from '@coinwarden/domain';
import { Autocomplete, TextField } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';
import { usePlaceText } from './price-words';

interface PickerProps {
  value: string;
  error?: string | undefined;
  disabled?: boolean;
  onChange: (value: string) => void;
}

/** A currency by its code or its name. */
export function CurrencyPicker(props: PickerProps) {
  const translate = useTranslate();
  const format = useFormat();
  const options = useMemo(() => Intl.supportedValuesOf('currency'), []);
  return (
    <CodePicker
      {...props}
      label={translate('resources.price-points.fields.currency')}
      options={options}
      textOf={(code) => `${code} · ${format.currency(code)}`}
    />
  );
}

/** A country, or wherever no country has a price of its own. */
export function RegionPicker(props: PickerProps) {
  const translate = useTranslate();
  const { locale } = useFormat();
  const { regionText } = usePlaceText();
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    const nameOf = (code: string) => names.of(code) ?? code;
    return [EVERYWHERE, ...[...COUNTRIES].sort((a, b) => nameOf(a).localeCompare(nameOf(b), locale))];
  }, [locale]);
  return (
    <CodePicker
      {...props}
      label={translate('resources.price-points.fields.region')}
      options={options}
      textOf={(code) => (code === EVERYWHERE ? regionText(code) : `${regionText(code)} · ${code}`)}
    />
  );
}

interface CodePickerProps extends PickerProps {
  label: string;
  options: readonly string[];
  textOf: (code: string) => string;
}

const CodePicker = ({ value, error, disabled, onChange, label, options, textOf }: CodePickerProps) => (
  <Autocomplete
    disableClearable
    autoHighlight
    options={options}
    value={value}
    disabled={disabled ?? false}
    getOptionLabel={textOf}
    onChange={(_, code) => onChange(code)}
    renderInput={(input) => (
      <TextField {...input} label={label} error={error !== undefined} helperText={error} />
    )}
    slotProps={{ listbox: { sx: { fontSize: '0.8125rem' } } }}
  />
);
