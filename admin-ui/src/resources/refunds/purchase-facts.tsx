import type { RefundPurchaseView } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Coins } from '../../display/amounts';
import { type Fact, Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { TransactionLink } from '../../display/text-link';
import { Word } from '../../display/words';
import { MoneyBackFacts } from '../../money-back/money-back-facts';

/** The purchase it is about: what was bought, what is left of it, and where its money is. */
export function PurchaseFacts({ purchase }: { purchase: RefundPurchaseView }) {
  const translate = useTranslate();
  const label = (key: string) => translate(`refund.purchase.${key}`);
  const facts: Fact[] = [
    [
      label('bought'),
      <TransactionLink key="bought" id={purchase.purchaseId}>
        <Instant value={purchase.purchasedAt} form="full" />
      </TransactionLink>,
    ],
    [label('package'), purchase.packageId],
    [
      label('coins'),
      <>
        <Coins value={purchase.coins} />
        {purchase.bonusCoins > 0 && (
          <>
            {' + '}
            <Coins value={purchase.bonusCoins} /> {label('bonus')}
          </>
        )}
      </>,
    ],
    [label('unspent'), <Coins key="unspent" value={purchase.unspentCoins} />],
    [label('provider'), <Word key="provider" of="payment_provider" value={purchase.provider} />],
    [label('reference'), purchase.reference],
  ];
  return (
    <Section title={label('title')}>
      <Facts items={facts} />
      <Box sx={{ borderTop: '1px solid var(--border)', marginY: 1.5 }} />
      <MoneyBackFacts money={purchase.moneyBack} />
    </Section>
  );
}
