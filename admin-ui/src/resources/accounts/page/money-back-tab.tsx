import { ClaimsOf } from '../../../money-back/claims-of';
import { NewRefundButton } from '../../refunds/new-refund-button';
import { useAccount } from './account-page-context';

/** Refunds and disputes side by side. */
export default function MoneyBackTab() {
  const { id, allowedActions } = useAccount();
  return (
    <ClaimsOf
      of={{ accountId: id }}
      action={allowedActions.includes('refund') && <NewRefundButton accountId={id} />}
    />
  );
}
