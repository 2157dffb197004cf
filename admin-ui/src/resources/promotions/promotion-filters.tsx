import type { StaffPackage } from '@coinwarden/contracts';
import { PROMOTION_EFFECTS, PROMOTION_STATUSES } from '@coinwarden/domain';
import { Autocomplete, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar, useFilter } from '../../list/filter-bar';
import { TextFilter } from '../../list/text-filter';
import { ToggleFilter } from '../../list/toggle-filter';
import { usePackages } from './use-packages';

/** The same for the list and for the calendar. */
export function PromotionFilters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('promotion.search')} search />
      <ChoiceFilter
        source="status"
        label={translate('resources.promotions.fields.status')}
        choices={PROMOTION_STATUSES}
        words="promotion_status"
      />
      <ChoiceFilter
        source="effect"
        label={translate('resources.promotions.fields.effect')}
        choices={PROMOTION_EFFECTS}
        words="promotion_effect"
      />
      <PackageFilter />
      <ToggleFilter source="running" label={translate('promotion.running_only')} />
    </FilterBar>
  );
}

function PackageFilter() {
  const { value, set } = useFilter('packageId');
  const translate = useTranslate();
  const { data = [] } = usePackages();
  return (
    <Autocomplete
      autoHighlight
      options={data}
      value={data.find(({ id }) => id === value) ?? null}
      getOptionLabel={({ name }: StaffPackage) => name}
      getOptionKey={({ id }) => id}
      onChange={(_, chosen) => set(chosen?.id)}
      renderInput={(input) => <TextField {...input} label={translate('promotion.package')} />}
      slotProps={{ listbox: { sx: { fontSize: '0.8125rem' } } }}
      sx={{ width: 170 }}
    />
  );
}
