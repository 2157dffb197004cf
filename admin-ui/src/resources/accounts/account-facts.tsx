import type { StaffAccountDetail } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { AccountLink } from '../../display/text-link';
import { Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';

export function AccountFacts({ account }: { account: StaffAccountDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const { moneyBack } = account;
  const label = (field: string) => translate(`resources.accounts.fields.${field}`);
  const facts: Fact[] = [
    [label('displayName'), account.displayName],
    [label('email'), account.email],
    [label('country'), format.country(account.country)],
    [label('timeZone'), account.timeZone],
    [label('ageBand'), <Word key="a" of="age_band" value={account.ageBand} />],
    [label('creator'), translate(account.creator ? 'ra.boolean.true' : 'ra.boolean.false')],
    [
      label('guardianAccountId'),
      account.guardianAccountId && <AccountLink key="g" id={account.guardianAccountId} />,
    ],
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
