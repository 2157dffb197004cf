import type { StaffTransaction, StaffTransactionDetail } from '@coinwarden/contracts';
import { Box, Button, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../display/error-state';
import { PageLoading } from '../display/page-loading';
import { useDetail } from '../providers/use-detail';
import { TransactionEvidence } from '../resources/transactions/transaction-evidence';
import { TransactionValue } from '../resources/transactions/transaction-value';
import { DecisionButtons } from './decision-buttons';
import type { ReviewAction } from './use-review-dialogs';

interface QueueEvidenceProps {
  transaction: StaffTransaction;
  onAsk: (action: ReviewAction) => void;
  onOpen: () => void;
}

/** The chosen transaction: the decision bar stays in view, the evidence scrolls under it. */
export function QueueEvidence({ transaction, onAsk, onOpen }: QueueEvidenceProps) {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useDetail<StaffTransactionDetail>(
    'transactions',
    transaction.id,
  );
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        sx={{ position: 'sticky', top: 56, zIndex: 8, backgroundColor: 'var(--canvas)', paddingBottom: 2 }}
      >
        <Card sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap', padding: '10px 16px' }}>
          <Box sx={{ flex: 1, minWidth: 160 }}>
            <Typography variant="h2">
              {translate(`kind.${transaction.kind}`)} · {transaction.accountId}
            </Typography>
            <Box sx={{ fontSize: '0.8125rem', color: 'var(--muted)', display: 'flex', gap: 2 }}>
              <span>
                <TransactionValue transaction={{ ...transaction, money: null }} />
              </span>
              <span>{translate('review.score', { score: transaction.score })}</span>
            </Box>
          </Box>
          <Button onClick={onOpen}>{translate('review.open')}</Button>
          <DecisionButtons allowed={transaction.allowedActions} onAsk={onAsk} />
        </Card>
      </Box>
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <PageLoading />
      ) : (
        <TransactionEvidence transaction={data} />
      )}
    </Box>
  );
}
