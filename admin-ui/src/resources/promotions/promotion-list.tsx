import type { StaffPromotion } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { Count } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { TwoLines } from '../../display/two-lines';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { BudgetBar } from './budget-bar';
import { PromotionFilters } from './promotion-filters';
import { PromotionStatusTag, useCodeText, useGiftText } from './promotion-words';
import { NewPromotionButton, ViewSwitch } from './view-switch';

const Column = ListTable.Col<StaffPromotion>;

export default function PromotionList() {
  const giftText = useGiftText();
  const codeText = useCodeText();
  return (
    <ListPage
      emptyKey="promotions"
      sort={{ field: 'startsAt', order: 'DESC' }}
      filters={<PromotionFilters />}
      action={
        <Box sx={{ display: 'flex', gap: 1, flexShrink: 0 }}>
          <ViewSwitch view="list" />
          <NewPromotionButton />
        </Box>
      }
    >
      <ListTable<StaffPromotion> rowClick="show">
        <Column
          source="name"
          render={(p) => (
            <TwoLines below={p.id}>
              <Box component="span" sx={{ fontWeight: 500 }}>
                {p.name}
              </Box>
            </TwoLines>
          )}
        />
        <Column source="effect" foldsBelow={420} disableSort render={giftText} />
        <Column source="status" disableSort render={(p) => <PromotionStatusTag value={p.status} />} />
        <Column source="code" foldsBelow={860} disableSort render={codeText} />
        <Column source="startsAt" foldsBelow={560} render={(p) => <Instant value={p.startsAt} />} />
        <Column source="endsAt" foldsBelow={640} render={(p) => <Instant value={p.endsAt} />} />
        <Column
          source="priority"
          foldsBelow={940}
          align="right"
          render={(p) => <Count value={p.priority} />}
        />
        <Column
          source="uses"
          foldsBelow={900}
          disableSort
          align="right"
          render={(p) => <Count value={p.uses} />}
        />
        <Column
          source="grantedCoins"
          foldsBelow={720}
          disableSort
          render={(p) => <BudgetBar granted={p.grantedCoins} budget={p.budgetCoins} />}
        />
      </ListTable>
    </ListPage>
  );
}
