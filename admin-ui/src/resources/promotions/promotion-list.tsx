import type { StaffPromotion } from '@coinwarden/contracts';
import { PROMOTION_EFFECTS, PROMOTION_STATUSES } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Count } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { Tag, type Tone } from '../../display/tag';
import { Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { BudgetBar } from './budget-bar';

const Column = ListTable.Col<StaffPromotion>;

const toneOf = (promotion: StaffPromotion): Tone => {
  if (promotion.running) return 'positive';
  if (promotion.status === 'scheduled') return 'info';
  return promotion.status === 'paused' || promotion.status === 'pending_approval' ? 'caution' : 'neutral';
};

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
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
    </FilterBar>
  );
}

export default function PromotionList() {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <ListPage emptyKey="promotions" sort={{ field: 'startsAt', order: 'DESC' }} filters={<Filters />}>
      <ListTable<StaffPromotion> rowClick={false}>
        <Column source="name" disableSort />
        <Column
          source="code"
          foldsBelow={780}
          disableSort
          render={(p) => p.code ?? translate('promotion.automatic')}
        />
        <Column
          source="effect"
          disableSort
          render={(p) => translate(`promotion_effect_value.${p.effect}`, { value: format.number(p.value) })}
        />
        <Column
          source="status"
          disableSort
          render={(p) => (
            <Tag tone={toneOf(p)}>
              {p.running ? translate('promotion.running') : <Word of="promotion_status" value={p.status} />}
            </Tag>
          )}
        />
        <Column
          source="startsAt"
          foldsBelow={520}
          disableSort
          render={(p) => <Instant value={p.startsAt} />}
        />
        <Column source="endsAt" foldsBelow={380} disableSort render={(p) => <Instant value={p.endsAt} />} />
        <Column
          source="uses"
          foldsBelow={860}
          disableSort
          align="right"
          render={(p) => <Count value={p.uses} />}
        />
        <Column
          source="grantedCoins"
          foldsBelow={680}
          disableSort
          render={(p) => <BudgetBar granted={p.grantedCoins} budget={p.budgetCoins} />}
        />
      </ListTable>
    </ListPage>
  );
}
