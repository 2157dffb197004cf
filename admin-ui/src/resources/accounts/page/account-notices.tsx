import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Instant } from '../../../display/instant';
import { DebtNotice } from '../debt-notice';
import { useAccount } from './account-page-context';

/** What has to be known before anything is said to the customer, whatever tab is open. */
export function AccountNotices() {
  const translate = useTranslate();
  const { excludedUntil, debt } = useAccount();
  return (
    <>
      {excludedUntil && Date.parse(excludedUntil) > Date.now() && (
        <Alert severity="info" sx={{ marginBottom: 2 }}>
          {translate('account.excluded_until')} <Instant value={excludedUntil} form="full" />
        </Alert>
      )}
      {debt && <DebtNotice debt={debt} />}
    </>
  );
}
