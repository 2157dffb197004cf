import type { StaffDispute, StaffRefund } from '@coinwarden/contracts';
import { Button, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Money } from '../display/amounts';
import { ErrorState } from '../display/error-state';
import { Instant } from '../display/instant';
import { type Column, RecordTable } from '../display/record-table';
import { Section } from '../display/section';
import { TextLink } from '../display/text-link';
import { useMay } from '../providers/use-may';
import { DisputeStatusTag } from '../resources/disputes/dispute-words';
import { RefundStatusTag } from '../resources/refunds/refund-words';
import { useRefundWords } from '../resources/refunds/use-refund-words';
import { NoticesLink } from './notices-link';

const ROWS = 8;

interface Claim {
  readonly id: string;
  readonly to: string;
  readonly kind: 'refund' | 'dispute';
  readonly at: string;
  readonly money: StaffRefund['money'];
  readonly status: ReactNode;
  readonly why: string;
}

interface ClaimsOfProps {
  of: { readonly accountId: string } | { readonly purchaseId: string };
  action?: ReactNode;
}

/** Everything that takes money of this account or purchase back, newest first: refunds and disputes side by side. */
export function ClaimsOf({ of, action }: ClaimsOfProps) {
  const translate = useTranslate();
  const may = useMay('refund.read');
  const { claims, error, isPending, more } = useClaims(of);
  if (!may) return null;
  const all = `/refunds?filter=${encodeURIComponent(JSON.stringify(of))}`;
  const columns: Column<Claim>[] = [
    {
      label: translate('claims.kind'),
      value: (claim) => <TextLink to={claim.to}>{translate(`claims.${claim.kind}`)}</TextLink>,
    },
    { label: translate('claims.at'), value: (claim) => <Instant value={claim.at} form="date" /> },
    { label: translate('claims.money'), numeric: true, value: (claim) => <Money value={claim.money} /> },
    { label: translate('claims.status'), value: (claim) => claim.status },
    { label: translate('claims.why'), value: (claim) => claim.why },
  ];
  return (
    <Section
      title={translate('claims.title')}
      flush
      action={
        <>
          {more && (
            <Button component={Link} to={all}>
              {translate('refund.all')}
            </Button>
          )}
          {'purchaseId' in of && <NoticesLink purchaseId={of.purchaseId} />}
          {action}
        </>
      }
    >
      {error ? (
        <ErrorState error={error} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={64} sx={{ margin: 2 }} />
      ) : (
        <RecordTable
          label={translate('claims.title')}
          rows={claims}
          columns={columns}
          rowKey={(claim) => claim.id}
          empty={translate('claims.none')}
        />
      )}
    </Section>
  );
}

function useClaims(of: ClaimsOfProps['of']) {
  const translate = useTranslate();
  const { reasonText } = useRefundWords();
  const mayRefunds = useMay('refund.read');
  const mayDisputes = useMay('dispute.read');
  const newest = { filter: of, pagination: { page: 1, perPage: ROWS } };
  const refunds = useGetList<StaffRefund>(
    'refunds',
    { ...newest, sort: { field: 'requestedAt', order: 'DESC' } },
    { enabled: mayRefunds },
  );
  const disputes = useGetList<StaffDispute>(
    'disputes',
    { ...newest, sort: { field: 'openedAt', order: 'DESC' } },
    { enabled: mayRefunds && mayDisputes },
  );
  const claims: Claim[] = [
    ...(refunds.data ?? []).map((refund) => ({
      id: refund.id,
      to: `/refunds/${refund.id}/show`,
      kind: 'refund' as const,
      at: refund.requestedAt,
      money: refund.money,
      status: <RefundStatusTag value={refund.status} />,
      why: reasonText(refund.reason),
    })),
    ...(disputes.data ?? []).map((dispute) => ({
      id: dispute.id,
      to: `/disputes/${dispute.id}/show`,
      kind: 'dispute' as const,
      at: dispute.openedAt,
      money: dispute.money,
      status: <DisputeStatusTag value={dispute.status} />,
      why: translate(`dispute_category.${dispute.category}`),
    })),
  ];
  return {
    claims: claims.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
    error: refunds.error ?? disputes.error,
    isPending: refunds.isPending || (mayDisputes && disputes.isPending),
    more: (refunds.total ?? 0) > ROWS,
  };
}
