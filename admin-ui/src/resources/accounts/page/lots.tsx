import type { AccountLots, OpenLot } from '@coinwarden/contracts';
import { Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Count, Diamonds } from '../../../display/amounts';
import { ErrorState } from '../../../display/error-state';
import { Instant } from '../../../display/instant';
import { type Column, RecordTable } from '../../../display/record-table';
import { Section } from '../../../display/section';
import { TransactionLink } from '../../../display/text-link';
import { TwoLines } from '../../../display/two-lines';
import { Word } from '../../../display/words';
import { readJson } from '../../../providers/http';

/** The coins lot by lot, in the order they are spent, with where each came from; then the diamonds that wait. */
export function Lots({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['accounts', 'lots', accountId],
    queryFn: ({ signal }) => readJson<AccountLots>(`accounts/${encodeURIComponent(accountId)}/lots`, signal),
  });
  return (
    <Section title={translate('account_page.lot.title')} hint={translate('account_page.lot.hint')} flush>
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={200} sx={{ margin: 2 }} />
      ) : (
        <>
          <LotTable lots={data.lots} />
          {data.more > 0 && (
            <Typography variant="body2" sx={{ color: 'var(--muted)', paddingX: 2 }}>
              {translate('account_page.lot.more', { smart_count: data.more })}
            </Typography>
          )}
          {data.maturing.length > 0 && <Maturing steps={data.maturing} />}
        </>
      )}
    </Section>
  );
}

function LotTable({ lots }: { lots: readonly OpenLot[] }) {
  const translate = useTranslate();
  const label = (name: string) => translate(`account_page.lot.${name}`);
  const columns: Column<OpenLot>[] = [
    { label: translate('lot.kind'), value: ({ kind }) => <Word of="lot_kind" value={kind} /> },
    { label: label('remaining'), numeric: true, value: (lot) => <Remaining lot={lot} /> },
    {
      label: label('granted'),
      numeric: true,
      foldsBelow: 460,
      value: (lot) => <Count value={lot.granted} />,
    },
    { label: label('from'), value: (lot) => <LotSource lot={lot} /> },
    {
      label: label('expires'),
      foldsBelow: 560,
      value: (lot) => <Instant value={lot.expiresAt} form="date" />,
    },
  ];
  return (
    <RecordTable
      label={label('title')}
      rows={lots}
      columns={columns}
      rowKey={({ lotId }) => lotId}
      empty={label('none')}
    />
  );
}

function Remaining({ lot: { remaining, held } }: { lot: OpenLot }) {
  const translate = useTranslate();
  return (
    <TwoLines below={held > 0 && translate('account_page.lot.held', { smart_count: held })}>
      <Count value={remaining} />
    </TwoLines>
  );
}

function LotSource({ lot: { source, grantedAt } }: { lot: OpenLot }) {
  const name = source.promotion?.name ?? source.package?.name;
  return (
    <TwoLines below={<Instant value={grantedAt} form="date" />}>
      <TransactionLink id={source.transactionId}>
        {source.kind ? <Word of="kind" value={source.kind} /> : source.transactionId}
      </TransactionLink>
      {name && ` · ${name}`}
    </TwoLines>
  );
}

function Maturing({ steps }: { steps: AccountLots['maturing'] }) {
  const translate = useTranslate();
  return (
    <RecordTable
      label={translate('account_page.maturing.title')}
      rows={steps}
      rowKey={({ at }) => at}
      empty=""
      columns={[
        {
          label: translate('account_page.maturing.diamonds'),
          value: ({ diamonds }) => <Diamonds value={diamonds} />,
        },
        {
          label: translate('account_page.maturing.at'),
          value: ({ at }) => <Instant value={at} form="full" />,
        },
      ]}
    />
  );
}
