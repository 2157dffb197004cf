import { AccountSpending } from '../../limits/account-spending';
import { useAccount } from './account-page-context';

/** What the customer may still spend, why something was refused, and when it can be spent again. */
export default function LimitsTab() {
  const { id } = useAccount();
  return <AccountSpending accountId={id} />;
}
