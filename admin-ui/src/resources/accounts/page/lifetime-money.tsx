import type { AccountSummary } from '@coinwarden/contracts';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money } from '../../../display/amounts';
import { type Fact, Facts } from '../../../display/facts';
import { Instant } from '../../../display/instant';
import { Section } from '../../../display/section';

/** What the customer has paid so far, and what of it went back. */
export function LifetimeMoney({ lifetime }: { lifetime: AccountSummary['lifetime'] }) {
  const translate = useTranslate();
  const { money, netUsdMinor, lastPurchaseAt } = lifetime;
  const facts = money.flatMap(({ currency, purchases, spentMinor, backMinor }): Fact[] => [
    [
      translate('account_page.lifetime.spent', { smart_count: purchases, currency }),
      <Money key={currency} value={{ amountMinor: spentMinor, currency }} />,
    ],
    ...(backMinor > 0
      ? [
          [
            translate('account_page.lifetime.back', { currency }),
            <Money key={`${currency}-back`} value={{ amountMinor: backMinor, currency }} />,
          ] as const,
        ]
      : []),
  ]);
  return (
    <Section title={translate('account_page.lifetime.title')}>
      {money.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('account_page.lifetime.none')}
        </Typography>
      ) : (
        <Facts
          items={[
            [
              translate('account_page.lifetime.net'),
              <strong key="net">
                <Money value={{ amountMinor: netUsdMinor, currency: 'USD' }} />
              </strong>,
            ],
            ...facts,
            [
              translate('account_page.lifetime.last'),
              <Instant key="last" value={lastPurchaseAt} form="full" />,
            ],
          ]}
        />
      )}
    </Section>
  );
}
