import { COUNTRIES } from '@coinwarden/contracts';
import { EVERYWHERE } from '@coinwarden/domain';
import { Autocomplete, TextField } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';
import { useFilter } from '../../list/filter-bar';
import { usePlaceText } from './price-words';

interface PickerProps {
  value: string;
  error?: string | undefined;
  disabled?: boolean;
  onChange: (value: string) => void;
}

interface RegionWords {
  label: string;
  everywhere: string;
}

/** A currency by its code or its name. */
export const CurrencyPicker = (props: PickerProps) => <CodePicker {...props} codes={useCurrencies()} />;

/** A country, or wherever no country has something of its own. */
export const RegionPicker = ({ words, ...props }: PickerProps & { words?: RegionWords }) => (
  <CodePicker {...props} codes={useRegions(words)} />
);

/** A country, and no more than that. */
export const CountryPicker = ({ label, ...props }: PickerProps & { label: string }) => {
  const regions = useRegions({ label, everywhere: '' });
  const options = regions.options.filter((code) => code !== EVERYWHERE);
  return <CodePicker {...props} codes={{ ...regions, options }} />;
};

export const CurrencyFilter = () => <CodeFilter source="currency" codes={useCurrencies()} />;
export const RegionFilter = ({ source = 'region', words }: { source?: string; words?: RegionWords }) => (
  <CodeFilter source={source} codes={useRegions(words)} />
);

interface Codes {
  label: string;
  options: readonly string[];
  textOf: (code: string) => string;
}

function useCurrencies(): Codes {
  const translate = useTranslate();
  const format = useFormat();
  const options = useMemo(() => Intl.supportedValuesOf('currency'), []);
  return {
    label: translate('resources.price-points.fields.currency'),
    options,
    textOf: (code) => `${code} · ${format.currency(code)}`,
  };
}

function useRegions(words?: RegionWords): Codes {
  const translate = useTranslate();
  const { locale } = useFormat();
  const { regionText } = usePlaceText();
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    const nameOf = (code: string) => names.of(code) ?? code;
    return [EVERYWHERE, ...[...COUNTRIES].sort((a, b) => nameOf(a).localeCompare(nameOf(b), locale))];
  }, [locale]);
  return {
    label: words?.label ?? translate('resources.price-points.fields.region'),
    options,
    textOf: (code) =>
      code === EVERYWHERE ? (words?.everywhere ?? regionText(code)) : `${regionText(code)} · ${code}`,
  };
}

const SMALL_LIST = { listbox: { sx: { fontSize: '0.8125rem' } } };

function CodePicker({ value, error, disabled, onChange, codes }: PickerProps & { codes: Codes }) {
  return (
    <Autocomplete
      disableClearable
      autoHighlight
      options={codes.options}
      value={value}
      disabled={disabled ?? false}
      getOptionLabel={codes.textOf}
      onChange={(_, code) => onChange(code)}
      renderInput={(input) => (
        <TextField {...input} label={codes.label} error={error !== undefined} helperText={error} />
      )}
      slotProps={SMALL_LIST}
    />
  );
}

/** Only what there is can be asked for. */
function CodeFilter({ source, codes }: { source: string; codes: Codes }) {
  const { value, set } = useFilter(source);
  return (
    <Autocomplete
      autoHighlight
      options={codes.options}
      value={typeof value === 'string' && codes.options.includes(value) ? value : null}
      getOptionLabel={codes.textOf}
      onChange={(_, code) => set(code)}
      renderInput={(input) => <TextField {...input} label={codes.label} />}
      slotProps={SMALL_LIST}
      sx={{ width: 200 }}
    />
  );
}
