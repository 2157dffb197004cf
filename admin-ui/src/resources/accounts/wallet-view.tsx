import type { WalletView as Wallet } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Coins, Diamonds } from '../../display/amounts';
import { type Fact, Facts } from '../../display/facts';

/** What an account owns: what it may spend first, then what that is made of. */
export function WalletView({ wallet }: { wallet: Wallet }) {
  const translate = useTranslate();
  const facts: Fact[] = [
    [
      translate('wallet.available'),
      <strong key="a">
        <Coins value={wallet.coins.available} />
      </strong>,
    ],
    [translate('wallet.paid'), <Coins key="p" value={wallet.coins.paid} />],
    [translate('wallet.bonus'), <Coins key="b" value={wallet.coins.bonus} />],
    [translate('wallet.earned'), <Coins key="e" value={wallet.coins.earned} />],
    [translate('wallet.held'), <Coins key="h" value={wallet.coins.held} />],
    [
      translate('wallet.diamonds'),
      <strong key="d">
        <Diamonds value={wallet.diamonds.available} />
      </strong>,
    ],
    [translate('wallet.diamonds_held'), <Diamonds key="dh" value={wallet.diamonds.held} />],
  ];
  if (wallet.debtCoins > 0) {
    facts.push([
      translate('wallet.debt'),
      <strong key="o">
        <Coins value={wallet.debtCoins} />
      </strong>,
    ]);
  }
  return <Facts items={facts} />;
}
