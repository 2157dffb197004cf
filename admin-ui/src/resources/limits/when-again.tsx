import type { StaffTransactionDetail } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useMay } from '../../providers/use-may';
import { spendingPath } from './spending-path';

const BY_LIMITS = ['limit.exceeded', 'account.excluded'];

/** From a transaction that a limit or an exclusion refused to when it could go through. */
export function WhenAgain({ transaction }: { transaction: StaffTransactionDetail }) {
  const translate = useTranslate();
  const may = useMay('limit.read');
  const refused = transaction.decision.reasons.some(({ code }) => BY_LIMITS.includes(code));
  if (!may || !refused) return null;
  const { accountId, kind, money, coins } = transaction;
  const asked =
    kind === 'purchase'
      ? money && ({ measure: 'purchase_money', amount: money.amountMinor, currency: money.currency } as const)
      : ({ measure: 'coins_spent', amount: coins, currency: null } as const);
  return (
    <Button component={Link} to={spendingPath(accountId, asked)} variant="outlined">
      {translate('spending.when_again')}
    </Button>
  );
}
