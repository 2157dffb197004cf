import type { StaffTransaction } from '@coinwarden/contracts';
import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../i18n/use-format';
import { QueueRow } from './queue-row';

interface QueueListProps {
  transactions: readonly StaffTransaction[];
  total: number;
  currentId: string;
  onChoose: (id: string) => void;
}

export function QueueList({ transactions, total, currentId, onChoose }: QueueListProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Card
      sx={{
        position: { md: 'sticky' },
        top: 56,
        maxHeight: { md: 'calc(100vh - 88px)' },
        display: 'flex',
        flexDirection: 'column',
      }}
    >
      <Box sx={{ padding: '10px 14px', borderBottom: '1px solid var(--border)' }}>
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('review.waiting', { smart_count: total, count: format.number(total) })}
        </Typography>
      </Box>
      <Box
        component="ul"
        aria-label={translate('review.title')}
        sx={{ margin: 0, padding: 0, listStyle: 'none', overflowY: 'auto' }}
      >
        {transactions.map((transaction) => (
          <QueueRow
            key={transaction.id}
            transaction={transaction}
            selected={transaction.id === currentId}
            onChoose={() => onChoose(transaction.id)}
          />
        ))}
      </Box>
    </Card>
  );
}
