import { Autocomplete, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { usePackages } from '../use-packages';
import { Choice } from './choice';
import type { DraftProps } from './draft-field';
import { FormSection, Wide } from './form-section';

/** Every package, also those to come, or some. */
export function PackagesSection({ draft, errors, onChange }: DraftProps) {
  const translate = useTranslate();
  const { data: packages = [] } = usePackages();
  const names = new Map(packages.map(({ id, name, coins }) => [id, `${name} (${coins})`]));
  const [, error] = Object.entries(errors).find(([field]) => field.startsWith('packageIds')) ?? [];
  return (
    <FormSection name="packages">
      <Wide>
        <Choice
          words="promotion.packages"
          options={['every', 'some']}
          value={draft.everyPackage ? 'every' : 'some'}
          onChange={(choice) => onChange({ everyPackage: choice === 'every' })}
        />
      </Wide>
      {!draft.everyPackage && (
        <Wide>
          <Autocomplete
            multiple
            autoHighlight
            disableCloseOnSelect
            // Those that are chosen and not known stay as they are.
            options={[...new Set([...names.keys(), ...draft.packageIds])]}
            value={[...draft.packageIds]}
            getOptionLabel={(id) => names.get(id) ?? id}
            onChange={(_, packageIds) => onChange({ packageIds })}
            renderInput={(input) => (
              <TextField
                {...input}
                label={translate('promotion.field.packageIds')}
                error={error !== undefined}
                helperText={error}
              />
            )}
            slotProps={{ listbox: { sx: { fontSize: '0.8125rem' } }, chip: { size: 'small' } }}
          />
        </Wide>
      )}
    </FormSection>
  );
}
