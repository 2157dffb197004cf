import type { StaffTransaction } from '@coinwarden/contracts';
import { OUTCOMES, TRANSACTION_KINDS, TRANSACTION_STATUSES } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { OutcomeTag, StatusTag, Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { DayFilter } from '../../list/day-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { TopReason } from './reason-list';
import { TransactionSearch } from './transaction-search';
import { TransactionValue } from './transaction-value';

const Column = ListTable.Col<StaffTransaction>;

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.transactions.fields.${field}`);
  return (
    <FilterBar>
      <TransactionSearch />
      <TextFilter source="paymentReference" label={label('paymentReference')} width={150} />
      <ChoiceFilter source="kind" label={label('kind')} choices={TRANSACTION_KINDS} words="kind" />
      <ChoiceFilter source="outcome" label={label('outcome')} choices={OUTCOMES} words="outcome" />
      <ChoiceFilter source="status" label={label('status')} choices={TRANSACTION_STATUSES} words="status" />
      <DayFilter source="from" label={translate('list.from')} edge="start" />
      <DayFilter source="to" label={translate('list.to')} edge="end" />
    </FilterBar>
  );
}

export default function TransactionList() {
  return (
    <ListPage emptyKey="transactions" sort={{ field: 'id', order: 'DESC' }} filters={<Filters />}>
      <ListTable<StaffTransaction> rowClick="show">
        <Column
          source="decidedAt"
          disableSort
          render={(t) => (
            <TransactionLink id={t.id}>
              <Instant value={t.decidedAt} />
            </TransactionLink>
          )}
        />
        <Column
          source="kind"
          foldsBelow={600}
          disableSort
          sx={{ whiteSpace: 'nowrap' }}
          render={(t) => <Word of="kind" value={t.kind} />}
        />
        <Column
          source="accountId"
          foldsBelow={400}
          disableSort
          render={(t) => <AccountLink id={t.accountId} />}
        />
        <Column
          source="coins"
          foldsBelow={480}
          disableSort
          align="right"
          render={(t) => <TransactionValue transaction={{ ...t, money: null }} />}
        />
        <Column
          source="money"
          foldsBelow={820}
          disableSort
          align="right"
          render={(t) => (t.money ? <Money value={t.money} /> : '–')}
        />
        <Column source="outcome" disableSort render={(t) => <OutcomeTag value={t.outcome} />} />
        <Column source="status" foldsBelow={680} disableSort render={(t) => <StatusTag value={t.status} />} />
        <Column source="score" foldsBelow={1000} disableSort align="right" />
        <Column
          source="counterpartyId"
          foldsBelow={940}
          disableSort
          render={(t) => (t.counterpartyId ? <AccountLink id={t.counterpartyId} /> : '–')}
        />
        <Column
          source="reasons"
          foldsBelow={740}
          disableSort
          render={(t) => <TopReason reasons={t.reasons} />}
        />
      </ListTable>
    </ListPage>
  );
}
