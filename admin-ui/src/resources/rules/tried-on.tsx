import type { TriedRuleView } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { TransactionLink } from '../../display/text-link';

/** The transaction something was tried on. */
export function TriedOn({ transaction }: { transaction: TriedRuleView['transaction'] }) {
  const translate = useTranslate();
  return (
    <>
      <TransactionLink id={transaction.transactionId}>
        {translate(`kind.${transaction.kind}`)} · {transaction.accountId}
      </TransactionLink>
      <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
        <Instant value={transaction.decidedAt} />
      </Box>
    </>
  );
}
