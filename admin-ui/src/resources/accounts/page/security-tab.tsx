import { AccountSecurity } from '../../../security/account-security';
import { useAccount } from './account-page-context';
import { Revealable } from './revealable';

/** Who signs in, on what and from where; devices and addresses are revealed one by one. */
export default function SecurityTab() {
  const { id } = useAccount();
  return (
    <AccountSecurity
      accountId={id}
      reveal={({ detail, eventId, masked }) => <Revealable masked={masked} what={{ detail, eventId }} />}
    />
  );
}
