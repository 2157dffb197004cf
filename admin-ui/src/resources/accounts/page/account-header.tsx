import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Identifier } from '../../../display/identifier';
import { Instant } from '../../../display/instant';
import { AccountStatusTag } from '../../../display/words';
import { AccountActions } from '../account-actions';
import { AccountFlags } from './account-flags';
import { useAccount } from './account-page-context';

/** Who it is, how it stands and what may be done about it; in view whatever tab is open. */
export function AccountHeader() {
  const translate = useTranslate();
  const account = useAccount();
  return (
    <Card sx={{ padding: '10px 16px', display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' }}>
        <Box sx={{ flex: 1, minWidth: 200 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Typography variant="h2" component="h2">
              {account.displayName ?? account.id}
            </Typography>
            <AccountStatusTag value={account.status} />
          </Box>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 1.5,
              alignItems: 'center',
              color: 'var(--muted)',
              fontSize: '0.8125rem',
            }}
          >
            <Identifier value={account.id} />
            <span>
              {translate('account.member_since')} <Instant value={account.createdAt} form="date" />
            </span>
          </Box>
        </Box>
        <AccountActions account={account} />
      </Box>
      <AccountFlags />
    </Card>
  );
}
