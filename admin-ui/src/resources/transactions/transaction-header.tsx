import type { StaffTransactionDetail } from '@coinwarden/contracts';
import { Box, Card } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { OutcomeTag, StatusTag, Word } from '../../display/words';
import { DecisionButtons } from '../../review/decision-buttons';
import type { ReviewAction } from '../../review/use-review-dialogs';
import { RefundPurchaseButton } from '../refunds/refund-purchase-button';
import { TransactionValue } from './transaction-value';

interface TransactionHeaderProps {
  transaction: StaffTransactionDetail;
  onAsk: (action: ReviewAction) => void;
}

/** The decision at a glance, and the buttons of whoever may still change it. */
export function TransactionHeader({ transaction, onAsk }: TransactionHeaderProps) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.transactions.fields.${field}`);
  return (
    <Card
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px 28px', padding: '12px 16px' }}
    >
      <Glance label={label('outcome')}>
        <OutcomeTag value={transaction.outcome} />
      </Glance>
      <Glance label={label('status')}>
        <StatusTag value={transaction.status} />
      </Glance>
      <Glance label={label('score')}>{transaction.score}</Glance>
      <Glance label={label('kind')}>
        <Word of="kind" value={transaction.kind} />
      </Glance>
      <Glance label={label('value')}>
        <TransactionValue transaction={transaction} />
      </Glance>
      <Glance label={label('decidedAt')}>
        <Instant value={transaction.decidedAt} form="full" />
      </Glance>
      <Box sx={{ flex: 1 }} />
      {transaction.kind === 'purchase' && transaction.status === 'posted' && (
        <RefundPurchaseButton purchaseId={transaction.id} />
      )}
      <DecisionButtons allowed={transaction.allowedActions} onAsk={onAsk} />
    </Card>
  );
}

const Glance = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box sx={{ fontSize: '0.875rem', fontWeight: 550 }}>
    <Box
      component="span"
      sx={{ display: 'block', fontSize: '0.75rem', fontWeight: 400, color: 'var(--muted)' }}
    >
      {label}
    </Box>
    {children}
  </Box>
);
