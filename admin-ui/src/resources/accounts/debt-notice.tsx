import type { StaffAccountDetail } from '@coinwarden/contracts';
import { Alert, AlertTitle, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

/** What the account owes, why, and how it is being paid. */
export function DebtNotice({ debt }: { debt: NonNullable<StaffAccountDetail['debt']> }) {
  const translate = useTranslate();
  const format = useFormat();
  const { coins, repaidByCoins, repaidByDiamonds } = debt;
  const repaid = { coins: format.number(repaidByCoins), by_diamonds: format.number(repaidByDiamonds) };
  return (
    <Alert severity="warning" sx={{ marginBottom: 2 }}>
      <AlertTitle>{translate('debt.title', { smart_count: coins, coins: format.number(coins) })}</AlertTitle>
      {translate('debt.why')} {translate('debt.how')}
      {repaidByCoins + repaidByDiamonds > 0 && (
        <Box sx={{ marginTop: 0.75, fontWeight: 600 }}>{translate('debt.repaid', repaid)}</Box>
      )}
    </Alert>
  );
}
