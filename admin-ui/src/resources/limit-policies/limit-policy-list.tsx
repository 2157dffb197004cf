import type { StaffLimitPolicy } from '@coinwarden/contracts';
import { AGE_BANDS, LIMIT_MEASURES, LIMIT_WINDOWS, POLICY_LAYERS } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Coins, Money } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { ToggleFilter } from '../../list/toggle-filter';

const Column = ListTable.Col<StaffLimitPolicy>;
const EVERYWHERE = '*';

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.limit-policies.fields.${field}`);
  return (
    <FilterBar>
      <ChoiceFilter source="layer" label={label('layer')} choices={POLICY_LAYERS} words="layer" />
      <TextFilter source="country" label={label('country')} width={110} />
      <ChoiceFilter source="ageBand" label={label('ageBand')} choices={AGE_BANDS} words="age_band" />
      <ChoiceFilter source="measure" label={label('measure')} choices={LIMIT_MEASURES} words="measure" />
      <ChoiceFilter source="window" label={label('window')} choices={LIMIT_WINDOWS} words="window" />
      <ToggleFilter source="current" label={translate('limit_policy.only_current')} />
    </FilterBar>
  );
}

export default function LimitPolicyList() {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <ListPage
      emptyKey="limit-policies"
      sort={{ field: 'id', order: 'ASC' }}
      perPage={50}
      filters={<Filters />}
    >
      <ListTable<StaffLimitPolicy> rowClick={false}>
        <Column source="layer" disableSort render={(p) => <Word of="layer" value={p.layer} />} />
        <Column
          source="country"
          disableSort
          render={(p) =>
            p.country === EVERYWHERE ? translate('limit_policy.everywhere') : format.country(p.country)
          }
        />
        <Column
          source="ageBand"
          foldsBelow={700}
          disableSort
          render={(p) => <Word of="age_band" value={p.ageBand} />}
        />
        <Column
          source="measure"
          foldsBelow={440}
          disableSort
          render={(p) => <Word of="measure" value={p.measure} />}
        />
        <Column
          source="limit"
          disableSort
          align="right"
          render={(p) =>
            p.currency ? (
              <Money value={{ amountMinor: p.limit, currency: p.currency }} />
            ) : (
              <Coins value={p.limit} />
            )
          }
        />
        <Column
          source="window"
          foldsBelow={520}
          disableSort
          render={(p) => <Word of="window" value={p.window} />}
        />
        <Column
          source="current"
          foldsBelow={600}
          disableSort
          render={(p) =>
            p.current ? (
              <Tag tone="positive" quiet>
                {translate('limit_policy.in_force')}
              </Tag>
            ) : (
              <Instant value={p.effectiveFrom} form="date" />
            )
          }
        />
        <Column source="source" foldsBelow={880} disableSort sx={{ color: 'var(--muted)', maxWidth: 320 }} />
      </ListTable>
    </ListPage>
  );
}
