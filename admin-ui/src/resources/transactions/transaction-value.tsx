import type { StaffTransaction } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { Coins, Diamonds, Money } from '../../display/amounts';

/** What a transaction moves: coins or diamonds, and the money of a purchase or payout beside them. */
export function TransactionValue({
  transaction,
}: {
  transaction: Pick<StaffTransaction, 'coins' | 'diamonds' | 'money'>;
}) {
  const { coins, diamonds, money } = transaction;
  return (
    <>
      {coins > 0 || diamonds === 0 ? <Coins value={coins} /> : <Diamonds value={diamonds} />}
      {money && (
        <Box component="span" sx={{ color: 'var(--muted)', fontWeight: 400 }}>
          {' · '}
          <Money value={money} />
        </Box>
      )}
    </>
  );
}
