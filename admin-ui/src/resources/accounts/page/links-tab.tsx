import { AccountGraph } from '../../../graph/account-graph';
import { useAccount } from './account-page-context';

/** To whom the customer is tied. */
export default function LinksTab() {
  return <AccountGraph accountId={useAccount().id} />;
}
