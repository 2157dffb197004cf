import type { AccountSummary } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { AccountLink } from '../../display/text-link';
import { Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { Revealable } from './page/revealable';

/** Who the customer is, as the platform tells it. */
export function AccountFacts({ account }: { account: AccountSummary }) {
  const translate = useTranslate();
  const format = useFormat();
  const { moneyBack } = account;
  const label = (field: string) => translate(`resources.accounts.fields.${field}`);
  const facts: Fact[] = [
    [label('displayName'), account.displayName],
    [
      label('email'),
      account.email && <Revealable key="email" masked={account.email} what={{ detail: 'email' }} />,
    ],
    [label('country'), format.country(account.country)],
    [label('timeZone'), account.timeZone],
    [label('ageBand'), <Word key="a" of="age_band" value={account.ageBand} />],
    [label('creator'), translate(account.creator ? 'ra.boolean.true' : 'ra.boolean.false')],
    [
      label('guardianAccountId'),
      account.guardianAccountId && <AccountLink key="g" id={account.guardianAccountId} />,
    ],
    ...(account.wards.length > 0
      ? [
          [
            translate('account_page.wards'),
            <Box key="w" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
              {account.wards.map((ward) => (
                <AccountLink key={ward} id={ward} />
              ))}
            </Box>,
          ] as const,
        ]
      : []),
    ...(account.statusBecause
      ? [
          [
            translate('account_page.status_since'),
            <span key="b">
              <Instant value={account.statusBecause.at} form="full" /> ·{' '}
              {account.statusBecause.by === 'staff'
                ? translate('actor.staff')
                : translate(`reason.${account.statusBecause.why}`, { _: account.statusBecause.why })}
            </span>,
          ] as const,
        ]
      : []),
    [label('credentialChangedAt'), <Instant key="c" value={account.credentialChangedAt} form="full" />],
    [label('signInFailures'), format.number(account.signInFailures)],
    [
      label('moneyBack.refunds'),
      `${format.number(moneyBack.refunds30d)} / ${format.number(moneyBack.refunds)}`,
    ],
    [label('moneyBack.disputes'), format.number(moneyBack.disputes)],
  ];
  return (
    <Section title={translate('account.details')}>
      <Facts items={facts} />
    </Section>
  );
}
