import type { StaffBacktest } from '@coinwarden/contracts';
import { BACKTEST_STATUSES } from '@coinwarden/domain';
import { Box, Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Instant } from '../../display/instant';
import { TextLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { useFormat } from '../../i18n/use-format';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { useMay } from '../../providers/use-may';
import { BacktestProgress } from './backtest-progress';
import { BacktestStatusTag, usePercent, useTargetText } from './backtest-words';

const Column = ListTable.Col<StaffBacktest>;

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <ChoiceFilter
        source="status"
        label={translate('resources.backtests.fields.status')}
        choices={BACKTEST_STATUSES}
        words="backtest.status"
      />
    </FilterBar>
  );
}

function NewBacktestButton() {
  const translate = useTranslate();
  if (!useMay('rule.write')) return null;
  return (
    <Button variant="contained" component={Link} to="/backtests/new" sx={{ flexShrink: 0 }}>
      {translate('backtest.new')}
    </Button>
  );
}

/** Two results that were chosen, side by side. */
function CompareButton() {
  const translate = useTranslate();
  const { selectedIds, data } = useListContext<StaffBacktest>();
  const done = selectedIds.filter((id) => data?.find((one) => one.id === id)?.status === 'done');
  return (
    <Button
      component={Link}
      to={`/backtests/compare?first=${done[1]}&second=${done[0]}`}
      disabled={selectedIds.length !== 2 || done.length !== 2}
      title={translate('backtest.compare_hint')}
    >
      {translate('backtest.compare')}
    </Button>
  );
}

function Target({ of }: { of: StaffBacktest }) {
  return <>{useTargetText()(of.target)}</>;
}

function Days({ slice }: { slice: StaffBacktest['slice'] }) {
  const format = useFormat();
  return (
    <span style={{ whiteSpace: 'nowrap' }}>{`${format.day(slice.from)} – ${format.day(slice.to)}`}</span>
  );
}

function Share({ value }: { value: number | null | undefined }) {
  return <>{usePercent()(value ?? null)}</>;
}

export default function BacktestList() {
  return (
    <ListPage
      emptyKey="backtests"
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={<Filters />}
      action={<NewBacktestButton />}
    >
      <ListTable<StaffBacktest>
        rowClick="show"
        bulkActionButtons={<CompareButton />}
        isRowSelectable={(one) => one.status === 'done'}
      >
        <Column
          source="name"
          disableSort
          render={(b) => (
            <TwoLines below={<Target of={b} />}>
              <TextLink to={`/backtests/${b.id}/show`}>{b.name}</TextLink>
            </TwoLines>
          )}
        />
        <Column source="slice" foldsBelow={720} disableSort render={(b) => <Days slice={b.slice} />} />
        <Column
          source="status"
          disableSort
          render={(b) =>
            b.status === 'running' ? (
              <Box sx={{ minWidth: 120 }}>
                <BacktestProgress backtest={b} brief />
              </Box>
            ) : (
              <BacktestStatusTag value={b.status} />
            )
          }
        />
        <Column
          source="precision"
          foldsBelow={540}
          disableSort
          align="right"
          render={(b) => <Share value={b.figures?.precision} />}
        />
        <Column
          source="recall"
          foldsBelow={460}
          disableSort
          align="right"
          render={(b) => <Share value={b.figures?.recall} />}
        />
        <Column
          source="createdAt"
          foldsBelow={860}
          render={(b) => (
            <TwoLines below={b.createdBy.name}>
              <Instant value={b.createdAt} />
            </TwoLines>
          )}
        />
      </ListTable>
    </ListPage>
  );
}
