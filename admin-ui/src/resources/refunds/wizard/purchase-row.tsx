import type { StaffTransaction } from '@coinwarden/contracts';
import { Box, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Coins, Money } from '../../../display/amounts';
import { Instant } from '../../../display/instant';
import { StatusTag } from '../../../display/words';
import { RefundOutcomeTag } from '../refund-words';
import { useRequestPreview } from '../use-refund-preview';
import { useRefundWords } from '../use-refund-words';
import { ChoiceRow } from './choice-row';

interface PurchaseRowProps {
  purchase: StaffTransaction;
  selected: boolean;
  onChoose: () => void;
}

/** A purchase with what of it can still go back and whether that needs somebody else, before it is chosen. */
export function PurchaseRow({ purchase, selected, onChoose }: PurchaseRowProps) {
  const translate = useTranslate();
  const { refusalText } = useRefundWords();
  const { data, isPending, error } = useRequestPreview({ purchaseId: purchase.id }, false);
  const refusal = data?.refusal ?? null;
  const left = data && { ...data.purchase.money, amountMinor: data.purchase.requestableMinor };
  return (
    <ChoiceRow
      testId="purchase-row"
      selected={selected}
      disabled={refusal !== null || !!error}
      onChoose={onChoose}
    >
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          gap: 1.5,
          alignItems: 'center',
          minHeight: 22,
        }}
      >
        <Box component="span">
          <strong>
            <Money value={purchase.money} />
          </strong>{' '}
          <Box component="span" sx={{ color: 'var(--muted)' }}>
            <Coins value={purchase.coins} /> · <Instant value={purchase.decidedAt} />
          </Box>
        </Box>
        {purchase.status !== 'posted' && <StatusTag value={purchase.status} />}
        {isPending ? (
          <Skeleton width={90} />
        ) : data && !refusal ? (
          <RefundOutcomeTag value={data.decision.outcome} />
        ) : null}
      </Box>
      <Box sx={{ color: 'var(--muted)', fontSize: '0.75rem', minHeight: 18 }}>
        {error
          ? error.message
          : refusal
            ? refusalText(refusal)
            : data && (
                <>
                  {translate('refund_wizard.refundable')} <Money value={left} /> ·{' '}
                  {translate('refund_wizard.unspent')} <Coins value={data.purchase.unspentCoins} />
                </>
              )}
      </Box>
    </ChoiceRow>
  );
}
