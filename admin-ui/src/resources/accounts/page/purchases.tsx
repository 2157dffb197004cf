import type { AccountPurchase } from '@coinwarden/contracts';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Coins, Money } from '../../../display/amounts';
import { Instant } from '../../../display/instant';
import { LoadOlder } from '../../../display/load-older';
import { RecordPane } from '../../../display/record-pane';
import type { Column } from '../../../display/record-table';
import { TransactionLink } from '../../../display/text-link';
import { TwoLines } from '../../../display/two-lines';
import { StatusTag, Word } from '../../../display/words';
import { useFormat } from '../../../i18n/use-format';
import { useOlder } from '../../../providers/use-older';
import { Revealable } from './revealable';

const ROWS = 20;

/** Every purchase with its package, price and promotion, how it was paid, what went back, and the way to a refund. */
export function Purchases({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  const list = useOlder<AccountPurchase>({
    key: ['accounts', 'purchases', accountId],
    path: `accounts/${encodeURIComponent(accountId)}/purchases`,
    query: { limit: ROWS },
  });
  const label = (name: string) => translate(`account_page.purchase.${name}`);
  const columns: Column<AccountPurchase>[] = [
    {
      label: label('at'),
      value: ({ purchaseId, at }) => (
        <TransactionLink id={purchaseId}>
          <Instant value={at} />
        </TransactionLink>
      ),
    },
    { label: label('package'), value: (one) => <Offer purchase={one} /> },
    { label: label('price'), numeric: true, value: (one) => <Money value={one.money} /> },
    { label: label('payment'), foldsBelow: 760, value: (one) => <Payment purchase={one} /> },
    { label: label('status'), foldsBelow: 520, value: (one) => <Standing purchase={one} /> },
    { label: translate('refund.start'), foldsBelow: 520, value: (one) => <Refund purchase={one} /> },
  ];
  return (
    <RecordPane
      title={label('title')}
      asked={list}
      columns={columns}
      rowKey={({ purchaseId }) => purchaseId}
      empty={label('none')}
    >
      <LoadOlder {...list} />
    </RecordPane>
  );
}

interface OfPurchase {
  purchase: AccountPurchase;
}

function Offer({ purchase: { package: bought, coins, promotion } }: OfPurchase) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <TwoLines
      below={
        promotion
          ? translate('account_page.purchase.promotion', {
              name: promotion.name,
              coins: format.number(promotion.bonusCoins),
            })
          : null
      }
    >
      {bought.name} · <Coins value={coins} />
    </TwoLines>
  );
}

function Payment({ purchase: { purchaseId, provider, reference, instrument } }: OfPurchase) {
  return (
    <TwoLines
      below={
        instrument && (
          <Revealable masked={instrument} what={{ detail: 'paymentInstrument', transactionId: purchaseId }} />
        )
      }
    >
      <Word of="payment_provider" value={provider} />{' '}
      <Revealable masked={reference} what={{ detail: 'paymentReference', transactionId: purchaseId }} />
    </TwoLines>
  );
}

function Standing({ purchase: { status, back, money } }: OfPurchase) {
  const translate = useTranslate();
  const format = useFormat();
  const { currency } = money;
  const parts = back
    ? ([
        ['refunded', back.refundedMinor],
        ['reserved', back.reservedMinor],
        ['lost', back.lostMinor],
      ] as const)
    : [];
  const gone = parts
    .filter(([, amountMinor]) => amountMinor > 0)
    .map(([name, amountMinor]) =>
      translate(`account_page.purchase.${name}`, { money: format.money({ amountMinor, currency }) }),
    );
  return (
    <TwoLines below={gone.join(' · ')}>
      <StatusTag value={status} />
    </TwoLines>
  );
}

function Refund({ purchase }: OfPurchase) {
  const translate = useTranslate();
  const format = useFormat();
  if (!purchase.allowedActions.includes('refund')) return <Box component="span">–</Box>;
  const money = format.money(purchase.money);
  return (
    <Button
      component={Link}
      to={`/refunds/new?${new URLSearchParams({ purchaseId: purchase.purchaseId })}`}
      size="small"
      startIcon={<UndoOutlined />}
      aria-label={translate('account_page.purchase.refund', { package: purchase.package.name, money })}
    >
      {translate('refund.start')}
    </Button>
  );
}
