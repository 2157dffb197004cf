import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panes } from '../../../display/panes';
import { Section } from '../../../display/section';
import { AccountProvenance } from '../../provenance/account-provenance';
import { WalletView } from '../wallet-view';
import { useAccount } from './account-page-context';
import { Gifts } from './gifts';
import { Lots } from './lots';

/** What the customer owns, lot by lot, and the gifts that left and came in. */
export default function CoinsTab() {
  const translate = useTranslate();
  const { id, creator, wallet } = useAccount();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Panes>
        <Lots accountId={id} />
        <Section title={translate('wallet.title')}>
          <WalletView wallet={wallet} />
        </Section>
      </Panes>
      <Gifts accountId={id} creator={creator} />
      {wallet.diamonds.available + wallet.diamonds.held > 0 && <AccountProvenance accountId={id} />}
    </Box>
  );
}
