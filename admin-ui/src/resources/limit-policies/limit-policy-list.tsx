import { LIMIT_POLICY_STATES, type StaffLimitPolicy } from '@coinwarden/contracts';
import { AGE_BANDS, LIMIT_MEASURES, LIMIT_WINDOWS, POLICY_LAYERS } from '@coinwarden/domain';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { TextLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { useMay } from '../../providers/use-may';
import { useLimitText } from '../limits/limit-words';
import { RegionFilter } from '../price-points/place-fields';
import { PolicyStateTag } from './policy-words';
import { SetPolicy } from './set-policy';

const Column = ListTable.Col<StaffLimitPolicy>;

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.limit-policies.fields.${field}`);
  return (
    <FilterBar>
      <ChoiceFilter source="layer" label={label('layer')} choices={POLICY_LAYERS} words="layer" />
      <RegionFilter
        source="country"
        words={{ label: label('country'), everywhere: translate('limit_policy.everywhere') }}
      />
      <ChoiceFilter source="ageBand" label={label('ageBand')} choices={AGE_BANDS} words="age_band" />
      <ChoiceFilter source="measure" label={label('measure')} choices={LIMIT_MEASURES} words="measure" />
      <ChoiceFilter source="window" label={label('window')} choices={LIMIT_WINDOWS} words="window" />
      <ChoiceFilter
        source="state"
        label={label('state')}
        choices={LIMIT_POLICY_STATES}
        words="limit_policy.state"
      />
    </FilterBar>
  );
}

function Create() {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  if (!useMay('limit_policy.write')) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)} sx={{ flexShrink: 0 }}>
        {translate('limit_policy.set.open')}
      </Button>
      {open && <SetPolicy policy={null} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What law and platform allow whom, one version a row. */
export default function LimitPolicyList() {
  const { amountText, countryText } = useLimitText();
  return (
    <ListPage
      emptyKey="limit-policies"
      sort={{ field: 'id', order: 'ASC' }}
      filterDefaultValues={{ state: 'current' }}
      perPage={50}
      filters={<Filters />}
      action={<Create />}
    >
      <ListTable<StaffLimitPolicy> rowClick="show">
        <Column
          source="ageBand"
          disableSort
          render={(p) => (
            <TwoLines below={countryText(p.country)}>
              <TextLink to={`/limit-policies/${encodeURIComponent(p.id)}/show`}>
                <Word of="age_band" value={p.ageBand} />
              </TextLink>
            </TwoLines>
          )}
        />
        <Column
          source="layer"
          foldsBelow={420}
          disableSort
          render={(p) => <Word of="layer" value={p.layer} />}
        />
        <Column
          source="measure"
          foldsBelow={520}
          disableSort
          render={(p) => <Word of="measure" value={p.measure} />}
        />
        <Column source="limit" disableSort align="right" render={amountText} />
        <Column source="window" disableSort render={(p) => <Word of="window" value={p.window} />} />
        <Column
          source="state"
          foldsBelow={620}
          disableSort
          render={(p) => <PolicyStateTag value={p.state} />}
        />
        <Column
          source="effectiveFrom"
          foldsBelow={720}
          render={(p) => (
            <TwoLines below={p.effectiveUntil && <Instant value={p.effectiveUntil} form="date" />}>
              <Instant value={p.effectiveFrom} form="date" />
            </TwoLines>
          )}
        />
        <Column source="source" foldsBelow={960} disableSort sx={{ color: 'var(--muted)', maxWidth: 320 }} />
      </ListTable>
    </ListPage>
  );
}
