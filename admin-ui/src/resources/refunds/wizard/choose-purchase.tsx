import type { StaffAccountDetail, StaffTransaction, StaffTransactionDetail } from '@coinwarden/contracts';
import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ErrorState } from '../../../display/error-state';
import { Section } from '../../../display/section';
import { AccountLink } from '../../../display/text-link';
import { AccountStatusTag } from '../../../display/words';
import { useDetail } from '../../../providers/use-detail';
import { ArrowList } from './arrow-list';
import { PurchaseRow } from './purchase-row';

const STEP = 8;
/** Whoever bought more finds an older purchase by its payment reference. */
const MOST = 96;

interface ChoosePurchaseProps {
  accountId: string;
  purchaseId: string | null;
  onChoose: (purchaseId: string | null) => void;
  onBack: () => void;
}

/** The customer, and the latest purchases with what can go back of each; once one is chosen, only that one. */
export function ChoosePurchase({ accountId, purchaseId, onChoose, onBack }: ChoosePurchaseProps) {
  const translate = useTranslate();
  const actions = (
    <>
      {purchaseId !== null && (
        <Button onClick={() => onChoose(null)}>{translate('refund_wizard.other_purchase')}</Button>
      )}
      <Button onClick={onBack}>{translate('refund_wizard.other_customer')}</Button>
    </>
  );
  const title = translate(purchaseId === null ? 'refund_wizard.purchases' : 'refund_wizard.this_purchase');
  return (
    <Section title={title} flush action={actions}>
      <CustomerLine accountId={accountId} />
      {purchaseId === null ? (
        <Latest accountId={accountId} onChoose={onChoose} />
      ) : (
        <Chosen purchaseId={purchaseId} onChoose={onChoose} />
      )}
    </Section>
  );
}

function Latest({ accountId, onChoose }: Pick<ChoosePurchaseProps, 'accountId' | 'onChoose'>) {
  const pane = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState(STEP);
  const translate = useTranslate();
  const { data, total, error, isPending, isFetching, refetch } = useGetList<StaffTransaction>(
    'transactions',
    {
      filter: { accountId, kind: 'purchase' },
      sort: { field: 'id', order: 'DESC' },
      pagination: { page: 1, perPage: rows },
    },
    { placeholderData: (before) => before },
  );
  const arrived = data !== undefined;
  useEffect(() => {
    if (arrived) pane.current?.querySelector<HTMLElement>('li button')?.focus();
  }, [arrived]);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <Skeleton variant="rounded" height={120} sx={{ margin: 2 }} />;
  if (data.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'var(--muted)', padding: '4px 16px 14px' }}>
        {translate('refund_wizard.no_purchases')}
      </Typography>
    );
  }
  return (
    <div ref={pane}>
      <ArrowList label={translate('refund_wizard.purchases')}>
        {data.map((purchase) => (
          <PurchaseRow
            key={purchase.id}
            purchase={purchase}
            selected={false}
            onChoose={() => onChoose(purchase.id)}
          />
        ))}
      </ArrowList>
      {data.length < Math.min(total ?? 0, MOST) && (
        <Button
          loading={isFetching}
          onClick={() => setRows(rows + STEP)}
          sx={{ margin: '8px 8px 10px', alignSelf: 'start' }}
        >
          {translate('refund_wizard.older')}
        </Button>
      )}
    </div>
  );
}

function Chosen({ purchaseId, onChoose }: { purchaseId: string; onChoose: ChoosePurchaseProps['onChoose'] }) {
  const translate = useTranslate();
  const { data, error, refetch } = useDetail<StaffTransactionDetail>('transactions', purchaseId);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton variant="rounded" height={40} sx={{ margin: 2 }} />;
  return (
    <ArrowList label={translate('refund_wizard.this_purchase')}>
      <PurchaseRow purchase={data} selected onChoose={() => onChoose(null)} />
    </ArrowList>
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
