import type { StaffRefund } from '@coinwarden/contracts';
import { PAYMENT_PROVIDERS, REFUND_ORIGINS, REFUND_STATUSES } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { AccountLink, TextLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { DayFilter } from '../../list/day-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { ToggleFilter } from '../../list/toggle-filter';
import { DueIn } from '../../money-back/due-in';
import { NewRefundButton } from './new-refund-button';
import { RefundActorName, RefundStatusTag } from './refund-words';
import { useRefundWords } from './use-refund-words';

const Column = ListTable.Col<StaffRefund>;

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.refunds.fields.${field}`);
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('refund.search')} search width={275} />
      <ChoiceFilter source="status" label={label('status')} choices={REFUND_STATUSES} words="refund_status" />
      <ChoiceFilter source="origin" label={label('origin')} choices={REFUND_ORIGINS} words="refund_origin" />
      <ChoiceFilter
        source="provider"
        label={label('provider')}
        choices={PAYMENT_PROVIDERS}
        words="payment_provider"
      />
      <DayFilter source="from" label={translate('list.from')} edge="start" />
      <DayFilter source="to" label={translate('list.to')} edge="end" />
      <ToggleFilter source="overdue" label={translate('refund.only_overdue')} />
    </FilterBar>
  );
}

/** Why, and below it who asked and how the purchase was paid. */
const Reason = ({ refund: { reason, requestedBy, provider } }: { refund: StaffRefund }) => (
  <TwoLines
    sx={{ minWidth: 130 }}
    below={
      <>
        <RefundActorName actor={requestedBy} />
        {provider && (
          <>
            {' · '}
            <Word of="payment_provider" value={provider} />
          </>
        )}
      </>
    }
  >
    {useRefundWords().reasonText(reason)}
  </TwoLines>
);

export default function RefundList() {
  return (
    <ListPage
      emptyKey="refunds"
      sort={{ field: 'requestedAt', order: 'DESC' }}
      filters={<Filters />}
      action={<NewRefundButton />}
    >
      <ListTable<StaffRefund> rowClick="show">
        <Column
          source="requestedAt"
          render={(r) => (
            <TextLink to={`/refunds/${r.id}/show`}>
              <Instant value={r.requestedAt} />
            </TextLink>
          )}
        />
        <Column
          source="accountId"
          foldsBelow={680}
          disableSort
          render={(r) => <AccountLink id={r.accountId} />}
        />
        <Column source="money" disableSort align="right" render={(r) => <Money value={r.money} />} />
        <Column source="status" disableSort render={(r) => <RefundStatusTag value={r.status} />} />
        <Column source="dueAt" foldsBelow={860} render={(r) => <DueIn value={r.dueAt} />} />
        <Column source="reason" foldsBelow={560} disableSort render={(r) => <Reason refund={r} />} />
      </ListTable>
    </ListPage>
  );
}
