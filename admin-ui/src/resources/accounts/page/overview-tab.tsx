import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panes } from '../../../display/panes';
import { Section } from '../../../display/section';
import { LimitRooms } from '../../transactions/limit-rooms';
import { AccountFacts } from '../account-facts';
import { PinnedNotes } from '../notes/pinned-notes';
import { LatestEvents } from '../timeline/latest-events';
import { WalletView } from '../wallet-view';
import { useAccount } from './account-page-context';
import { LifetimeMoney } from './lifetime-money';

/** What answers most calls: who it is, what it owns, what it may still spend, and what happened last. */
export default function OverviewTab() {
  const translate = useTranslate();
  const account = useAccount();
  return (
    <Panes>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <PinnedNotes />
        <LatestEvents accountId={account.id} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Section title={translate('wallet.title')}>
          <WalletView wallet={account.wallet} />
        </Section>
        <LifetimeMoney lifetime={account.lifetime} />
        <AccountFacts account={account} />
        <LimitRooms rooms={account.limits} />
      </Box>
    </Panes>
  );
}
