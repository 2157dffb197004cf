import type { StaffAccountDetail, StaffTransaction } from '@coinwarden/contracts';
import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ErrorState } from '../../../display/error-state';
import { Section } from '../../../display/section';
import { AccountLink } from '../../../display/text-link';
import { AccountStatusTag } from '../../../display/words';
import { useDetail } from '../../../providers/use-detail';
import { ArrowList } from './arrow-list';
import { PurchaseRow } from './purchase-row';

const ROWS = 8;

interface ChoosePurchaseProps {
  accountId: string;
  purchaseId: string | null;
  onChoose: (purchaseId: string) => void;
  onBack: () => void;
}

/** The customer, and the latest purchases with what can go back of each. */
export function ChoosePurchase({ accountId, purchaseId, onChoose, onBack }: ChoosePurchaseProps) {
  const pane = useRef<HTMLDivElement>(null);
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useGetList<StaffTransaction>('transactions', {
    filter: { accountId, kind: 'purchase' },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: ROWS },
  });
  const arrived = data !== undefined && purchaseId === null;
  useEffect(() => {
    if (arrived) pane.current?.querySelector<HTMLElement>('li button')?.focus();
  }, [arrived]);
  const change = <Button onClick={onBack}>{translate('refund_wizard.other_customer')}</Button>;
  return (
    <Section title={translate('refund_wizard.purchases')} flush action={change}>
      <Box ref={pane}>
        <CustomerLine accountId={accountId} />
        {error ? (
          <ErrorState error={error} onRetry={refetch} />
        ) : isPending ? (
          <Skeleton variant="rounded" height={120} sx={{ margin: 2 }} />
        ) : data.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'var(--muted)', padding: '4px 16px 14px' }}>
            {translate('refund_wizard.no_purchases')}
          </Typography>
        ) : (
          <ArrowList label={translate('refund_wizard.purchases')}>
            {data.map((purchase) => (
              <PurchaseRow
                key={purchase.id}
                purchase={purchase}
                selected={purchase.id === purchaseId}
                onChoose={() => onChoose(purchase.id)}
              />
            ))}
          </ArrowList>
        )}
      </Box>
    </Section>
  );
}

function CustomerLine({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  const { data } = useDetail<StaffAccountDetail>('accounts', accountId);
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '2px 10px',
        padding: '0 16px 10px',
        fontSize: '0.8125rem',
        minHeight: 30,
      }}
    >
      <AccountLink id={accountId} />
      {data && (
        <>
          {data.displayName && <span>{data.displayName}</span>}
          <AccountStatusTag value={data.status} />
          <Box component="span" sx={{ color: 'var(--muted)' }}>
            {translate('refund_wizard.history', {
              refunds: data.moneyBack.refunds30d,
              disputes: data.moneyBack.disputes,
            })}
          </Box>
        </>
      )}
    </Box>
  );
}
