import type { StaffAccountDetail, StaffCaseDetail } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useGetOne, useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { AccountLink } from '../../display/text-link';
import { Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { useMay } from '../../providers/use-may';
import { WalletView } from '../accounts/wallet-view';

/** Who the case is about and what they own. */
export function SubjectPane({ of }: { of: StaffCaseDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (field: string) => translate(`resources.accounts.fields.${field}`);
  const { subject } = of;
  const mayRead = useMay('account.read');
  const { data: account } = useGetOne<StaffAccountDetail>(
    'accounts',
    { id: of.accountId, meta: { detail: true } },
    { enabled: mayRead && subject !== null },
  );
  if (!subject)
    return (
      <Section title={translate('case.subject')}>
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('case.unknown_subject', { id: of.accountId })}
        </Typography>
      </Section>
    );
  return (
    <Section title={translate('case.subject')}>
      <Facts
        items={[
          [label('id'), <AccountLink key="id" id={subject.accountId} />],
          [label('country'), format.country(subject.country)],
          [label('ageBand'), <Word key="age" of="age_band" value={subject.ageBand} />],
          [label('creator'), translate(subject.creator ? 'ra.boolean.true' : 'ra.boolean.false')],
          [translate('account.member_since'), <Instant key="since" value={subject.createdAt} form="date" />],
          ...(account
            ? [
                [
                  label('moneyBack.refunds'),
                  `${format.number(account.moneyBack.refunds30d)} / ${format.number(account.moneyBack.refunds)}`,
                ] as const,
                [label('moneyBack.disputes'), format.number(account.moneyBack.disputes)] as const,
                [label('signInFailures'), format.number(account.signInFailures)] as const,
              ]
            : []),
        ]}
      />
      {account && (
        <Box sx={{ marginTop: 1.5, paddingTop: 1.5, borderTop: '1px solid var(--border)' }}>
          <WalletView wallet={account.wallet} />
        </Box>
      )}
    </Section>
  );
}
