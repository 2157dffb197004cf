import type { StaffDisputeDetail } from '@coinwarden/contracts';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money } from '../../../display/amounts';
import { Instant } from '../../../display/instant';
import { type Column, RecordTable } from '../../../display/record-table';
import { Section } from '../../../display/section';
import { Word } from '../../../display/words';
import { NoticesLink } from '../../../money-back/notices-link';

type MoneyEvent = StaffDisputeDetail['moneyEvents'][number];

/** What the provider took and gave back. Only this books anything; a status never does. */
export function DisputeMoney({ dispute }: { dispute: StaffDisputeDetail }) {
  const translate = useTranslate();
  const columns: Column<MoneyEvent>[] = [
    { label: translate('dispute.money.at'), value: (event) => <Instant value={event.at} /> },
    {
      label: translate('dispute.money.kind'),
      value: (event) => <Word of="dispute_money" value={event.kind} />,
    },
    {
      label: translate('dispute.money.amount'),
      numeric: true,
      value: ({ kind, amountMinor, currency }) => (
        <Money value={{ amountMinor: kind === 'withdrawn' ? -amountMinor : amountMinor, currency }} />
      ),
    },
    {
      label: translate('dispute.money.fee'),
      numeric: true,
      value: ({ feeMinor, currency }) =>
        feeMinor === 0 ? '–' : <Money value={{ amountMinor: -feeMinor, currency }} />,
    },
  ];
  return (
    <Section
      title={translate('dispute.money.title')}
      action={dispute.purchaseId && <NoticesLink purchaseId={dispute.purchaseId} />}
      flush
    >
      <RecordTable
        label={translate('dispute.money.title')}
        rows={dispute.moneyEvents}
        columns={columns}
        rowKey={(event) => event.eventId}
        empty={translate('dispute.money.none')}
      />
      {dispute.moneyEvents.length > 0 && (
        <Typography
          variant="caption"
          sx={{ display: 'block', color: 'var(--muted)', padding: '8px 16px 12px' }}
        >
          {translate('dispute.money.hint')}
        </Typography>
      )}
    </Section>
  );
}
