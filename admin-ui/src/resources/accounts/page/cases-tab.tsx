import { Box } from '@mui/material';
import { useMay } from '../../../providers/use-may';
import { AccountEvents } from '../timeline/account-events';
import { AccountCases } from './account-cases';
import { useAccount } from './account-page-context';
import { AccountScans } from './account-scans';

/** What is or was suspicious about the customer: cases, texts, and what others reported. */
export default function CasesTab() {
  const { id } = useAccount();
  const readsContent = useMay('content.read');
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <AccountCases accountId={id} />
      {readsContent && <AccountScans accountId={id} />}
      <AccountEvents accountId={id} kinds={['report']} titleKey="account_page.reports" limit={20} />
    </Box>
  );
}
