import type { StaffFraudWarning } from '@coinwarden/contracts';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Tag, type Tone } from '../../display/tag';
import { AccountLink, ShortTransactionLink, TextLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { useFormat } from '../../i18n/use-format';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { WarningDialog } from './warning-dialog';

const Column = ListTable.Col<StaffFraudWarning>;
const TONES: Record<StaffFraudWarning['status'], Tone> = {
  open: 'caution',
  refunding: 'positive',
  kept: 'neutral',
  not_charged: 'positive',
  paid_back: 'neutral',
  too_late: 'neutral',
};

const STATUSES = Object.keys(TONES);

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <ChoiceFilter
        source="status"
        label={translate('resources.fraud-warnings.fields.status')}
        choices={STATUSES}
        words="warning_status"
      />
      <TextFilter source="accountId" label={translate('resources.fraud-warnings.fields.accountId')} />
    </FilterBar>
  );
}

/** What card schemes say was fraud, before anybody disputes it: the time in which a refund is still the cheaper way. */
export default function WarningList() {
  return (
    <ListPage
      emptyKey="fraud-warnings"
      sort={{ field: 'occurredAt', order: 'DESC' }}
      filterDefaultValues={{ status: 'open' }}
      filters={<Filters />}
    >
      <ListTable<StaffFraudWarning> rowClick={false}>
        <Column source="occurredAt" render={(w) => <Warned warning={w} />} />
        <Column source="purchaseId" foldsBelow={440} disableSort render={(w) => <Bought warning={w} />} />
        <Column
          source="comparison"
          foldsBelow={680}
          disableSort
          align="right"
          render={(w) => <Costs warning={w} />}
        />
        <Column source="status" foldsBelow={500} disableSort render={(w) => <Status warning={w} />} />
        <Column source="actions" label="" disableSort align="right" render={(w) => <Actions warning={w} />} />
      </ListTable>
    </ListPage>
  );
}

/** When, and below it of what. */
function Warned({ warning: { occurredAt, fraudType } }: { warning: StaffFraudWarning }) {
  const translate = useTranslate();
  return (
    <TwoLines below={translate(`fraud_type.${fraudType}`, { _: fraudType.replaceAll('_', ' ') })}>
      <Instant value={occurredAt} />
    </TwoLines>
  );
}

/** The purchase and whose it is, one above the other: the row has buttons to make room for. */
function Bought({ warning: { purchaseId, accountId } }: { warning: StaffFraudWarning }) {
  return (
    <TwoLines below={<AccountLink id={accountId} />}>
      <ShortTransactionLink id={purchaseId} />
    </TwoLines>
  );
}

/** Where it stands, and below it the refund that came of it. */
function Status({ warning: { status, refundId } }: { warning: StaffFraudWarning }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', justifyItems: 'start', rowGap: 0.25 }}>
      <Tag tone={TONES[status]}>{translate(`warning_status.${status}`)}</Tag>
      {refundId && <TextLink to={`/refunds/${refundId}/show`}>{translate('dispute.open_refund')}</TextLink>}
    </Box>
  );
}

function Costs({ warning }: { warning: StaffFraudWarning }) {
  const translate = useTranslate();
  const format = useFormat();
  const { comparison } = warning;
  if (!comparison) return <>–</>;
  const usd = (amountMinor: number) => format.money({ amountMinor, currency: 'USD' });
  return (
    <Box className="tabular" sx={{ lineHeight: 1.35, whiteSpace: 'nowrap' }}>
      {translate('comparison.refund')} {usd(comparison.refundUsdMinor)}
      <Box component="span" sx={{ display: 'block', color: 'var(--muted)' }}>
        {translate('comparison.wait')} {usd(comparison.waitUsdMinor)}
      </Box>
    </Box>
  );
}

function Actions({ warning }: { warning: StaffFraudWarning }) {
  const translate = useTranslate();
  const [asked, setAsked] = useState<'refund' | 'keep' | null>(null);
  return (
    <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
      {warning.allowedActions.map((action) => (
        <Button
          key={action}
          size="small"
          variant={action === 'refund' ? 'outlined' : 'text'}
          onClick={() => setAsked(action)}
        >
          {translate(`warning.${action}.button`)}
        </Button>
      ))}
      {asked && <WarningDialog warning={warning} action={asked} onClose={() => setAsked(null)} />}
    </Box>
  );
}
