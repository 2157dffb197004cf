import type { MoneyBackView, RefundPurchaseView } from '@coinwarden/contracts';
import type { RefundablePurchase } from '../../clawback/clawback.public.js';
import type { RequestablePurchase } from './requestable-purchase.js';

/** The purchase as everything about its refunds shows it. */
export const purchaseView = ({ purchase, requestableMinor }: RequestablePurchase): RefundPurchaseView => ({
  purchaseId: purchase.purchaseId,
  accountId: purchase.accountId,
  status: purchase.status,
  money: { amountMinor: Number(purchase.money.amountMinor), currency: purchase.money.currency },
  moneyBack: moneyBackView(purchase),
  requestableMinor: Number(requestableMinor),
  provider: purchase.provider,
  reference: purchase.reference,
  packageId: purchase.packageId,
  coins: Number(purchase.coins),
  bonusCoins: Number(purchase.bonusCoins),
  unspentCoins: Number(purchase.unspentCoins),
  purchasedAt: new Date(purchase.purchasedAt).toISOString(),
});

const moneyBackView = ({
  money,
  capturedMinor,
  moneyBack,
  refundableMinor,
}: RefundablePurchase): MoneyBackView => ({
  currency: money.currency,
  capturedMinor: Number(capturedMinor),
  refundedMinor: Number(moneyBack.refundedMinor),
  reservedMinor: Number(moneyBack.reservedMinor),
  lostMinor: Number(moneyBack.lostMinor),
  excessMinor: Number(moneyBack.excessMinor),
  feeMinor: Number(moneyBack.feeMinor),
  refundableMinor: Number(refundableMinor),
});
