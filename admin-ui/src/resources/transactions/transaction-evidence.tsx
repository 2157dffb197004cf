import type { StaffTransactionDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panes } from '../../display/panes';
import { Section } from '../../display/section';
import { ClaimsOf } from '../../money-back/claims-of';
import { WalletView } from '../accounts/wallet-view';
import { WhenAgain } from '../limits/when-again';
import { TransactionProvenance } from '../provenance/transaction-provenance';
import { FiredRules } from './fired-rules';
import { HoldView } from './hold-view';
import { Journal } from './journal';
import { LimitRooms } from './limit-rooms';
import { PartiesView } from './parties-view';
import { ReasonList } from './reason-list';
import { RequestView } from './request-view';

/** The evidence in panes: why, what was asked and the books on the left, who and how much on the right; the flow has the whole width. */
export function TransactionEvidence({ transaction }: { transaction: StaffTransactionDetail }) {
  const translate = useTranslate();
  const { decision } = transaction;
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Panes>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section title={translate('transaction.reasons')} action={<WhenAgain transaction={transaction} />}>
            {decision.reasons.length > 0 ? (
              <ReasonList reasons={decision.reasons} told={decision.rules} />
            ) : (
              translate('transaction.no_reasons')
            )}
          </Section>
          <FiredRules decision={decision} />
          <RequestView request={transaction.request} />
          {transaction.kind === 'purchase' && <ClaimsOf of={{ purchaseId: transaction.id }} />}
          <Journal entries={transaction.journal} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          {transaction.hold && <HoldView hold={transaction.hold} />}
          <PartiesView transaction={transaction} />
          <LimitRooms rooms={decision.limits} hint={translate('transaction.limits_hint')} />
          <Section title={translate('transaction.wallet_after')}>
            <WalletView wallet={decision.wallet} />
          </Section>
        </Box>
      </Panes>
      <TransactionProvenance key={transaction.id} transaction={transaction} />
    </Box>
  );
}
