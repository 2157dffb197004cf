import type { StaffTransaction } from '@coinwarden/contracts';
import { Box, ButtonBase } from '@mui/material';
import { useEffect, useRef } from 'react';
import { Since } from '../display/since';
import { Word } from '../display/words';
import { useReasonText } from '../resources/transactions/reason-list';
import { TransactionValue } from '../resources/transactions/transaction-value';

interface QueueRowProps {
  transaction: StaffTransaction;
  selected: boolean;
  onChoose: () => void;
}

export function QueueRow({ transaction, selected, onChoose }: QueueRowProps) {
  const row = useRef<HTMLButtonElement>(null);
  const reason = useReasonText();
  const [first] = transaction.reasons;
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <li>
      <ButtonBase
        ref={row}
        onClick={onChoose}
        aria-current={selected ? 'true' : undefined}
        data-testid="queue-row"
        sx={{
          display: 'block',
          width: '100%',
          textAlign: 'start',
          padding: '10px 14px',
          fontSize: '0.8125rem',
          borderBottom: '1px solid var(--border)',
          borderInlineStart: '3px solid transparent',
          ...(selected && { backgroundColor: 'var(--accent-soft)', borderInlineStartColor: 'var(--accent)' }),
          '&:hover': { backgroundColor: selected ? 'var(--accent-soft)' : 'var(--neutral-soft)' },
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            <Word of="kind" value={transaction.kind} />
          </Box>
          <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
            <Since value={transaction.decidedAt} />
          </Box>
        </Box>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'flex-start' }}>
          <Box component="span" sx={{ color: 'var(--muted)', overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {transaction.accountId}
          </Box>
          <Box component="span" sx={{ textAlign: 'end' }}>
            <TransactionValue transaction={transaction} />
          </Box>
        </Box>
        {first && (
          <Box
            component="span"
            sx={{ display: 'block', color: 'var(--muted)', fontSize: '0.75rem', marginTop: 0.25 }}
          >
            {reason(first)}
          </Box>
        )}
      </ButtonBase>
    </li>
  );
}
