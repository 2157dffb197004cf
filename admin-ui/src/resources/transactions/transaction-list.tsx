import type { StaffTransaction } from '@coinwarden/contracts';
import { OUTCOMES, TRANSACTION_KINDS, TRANSACTION_STATUSES } from '@coinwarden/domain';
import { DataTable, useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { OutcomeTag, StatusTag, Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { DayFilter } from '../../list/day-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage, NothingFound } from '../../list/list-page';
import { TextFilter } from '../../list/text-filter';
import { TopReason } from './reason-list';
import { TransactionSearch } from './transaction-search';
import { TransactionValue } from './transaction-value';

const Column = DataTable.Col<StaffTransaction>;

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
      <DataTable<StaffTransaction> bulkActionButtons={false} rowClick="show" empty={<NothingFound />}>
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
          disableSort
          sx={{ whiteSpace: 'nowrap' }}
          render={(t) => <Word of="kind" value={t.kind} />}
        />
        <Column source="accountId" disableSort render={(t) => <AccountLink id={t.accountId} />} />
        <Column
          source="coins"
          disableSort
          align="right"
          render={(t) => <TransactionValue transaction={{ ...t, money: null }} />}
        />
        <Column source="money" disableSort align="right" render={(t) => <Money value={t.money} />} />
        <Column source="outcome" disableSort render={(t) => <OutcomeTag value={t.outcome} />} />
        <Column source="status" disableSort render={(t) => <StatusTag value={t.status} />} />
        <Column source="score" disableSort align="right" />
        <Column
          source="counterpartyId"
          disableSort
          render={(t) => (t.counterpartyId ? <AccountLink id={t.counterpartyId} /> : '–')}
        />
        <Column source="reasons" disableSort render={(t) => <TopReason reasons={t.reasons} />} />
      </DataTable>
    </ListPage>
  );
}
