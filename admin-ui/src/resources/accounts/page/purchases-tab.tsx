import { Box } from '@mui/material';
import { AccountHistory } from '../account-history';
import { useAccount } from './account-page-context';
import { Purchases } from './purchases';

/** What the customer bought, and what they did with it. */
export default function PurchasesTab() {
  const { id } = useAccount();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Purchases accountId={id} />
      <AccountHistory accountId={id} />
    </Box>
  );
}
