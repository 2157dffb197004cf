import type { StaffContentScanDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { AccountLink, TextLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';

type Around = StaffContentScanDetail['money'];
type Sharing = StaffContentScanDetail['sharedBy'][number];

/** Who gave to the author around the text, and what the author carried away. */
export function MoneyAroundView({ money }: { money: Around }) {
  const translate = useTranslate();
  const format = useFormat();
  const words = (key: string) => translate(`content.money.${key}`);
  const withdrawn = { amountMinor: money.withdrawnUsdMinor, currency: 'USD' };
  return (
    <Section title={words('title')} flush>
      <Box sx={{ padding: '4px 16px 12px' }}>
        <Facts
          items={[
            [words('received'), format.number(money.coinsReceived)],
            [words('held'), format.number(money.heldCoins)],
            [words('withdrawn'), <Money key="withdrawn" value={withdrawn} />],
            [words('converted'), format.number(money.diamondsConverted)],
          ]}
        />
      </Box>
      <RecordTable<Around['givers'][number]>
        label={words('title')}
        empty={words('none')}
        rows={money.givers}
        rowKey={(giver) => giver.accountId}
        columns={[
          {
            label: words('giver'),
            value: ({ accountId, addressed }) => (
              <>
                <AccountLink id={accountId} /> {addressed && <Tag tone="caution">{words('addressed')}</Tag>}
              </>
            ),
          },
          { label: words('gifts'), numeric: true, value: ({ gifts }) => format.number(gifts) },
          { label: words('coins'), numeric: true, value: ({ coins }) => format.number(coins) },
          { label: words('last'), value: ({ lastAt }) => <Instant value={lastAt} /> },
        ]}
      />
    </Section>
  );
}

export function SharedByView({ sharedBy }: { sharedBy: readonly Sharing[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const words = (key: string) => translate(`content.shared.${key}`);
  return (
    <Section title={words('title')} flush>
      <RecordTable<Sharing>
        label={words('title')}
        empty={words('none')}
        rows={sharedBy}
        rowKey={({ accountId, domain }) => `${accountId} ${domain}`}
        columns={[
          {
            label: translate('resources.content-scans.fields.accountId'),
            value: ({ accountId }) => <AccountLink id={accountId} />,
          },
          { label: words('what'), value: ({ domain }) => domain ?? words('same_text') },
          { label: words('scans'), numeric: true, value: ({ scans }) => format.number(scans) },
          {
            label: '',
            value: ({ scanId }) => <TextLink to={`/content-scans/${scanId}/show`}>{words('open')}</TextLink>,
          },
        ]}
      />
    </Section>
  );
}
