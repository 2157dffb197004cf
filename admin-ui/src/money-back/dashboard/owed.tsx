import type { MoneyBackReport } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Coins } from '../../display/amounts';
import { Facts } from '../../display/facts';
import { Section } from '../../display/section';
import { AccountLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';

/** What accounts still owe, and what nobody could be asked for. */
export function Owed({ report }: { report: MoneyBackReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const { debts, writeOffs } = report;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.4fr) minmax(0, 1fr)' },
      }}
    >
      <Section
        title={translate('money_back.debts.title')}
        hint={translate('money_back.debts.hint', {
          smart_count: debts.accounts,
          accounts: format.number(debts.accounts),
          coins: format.number(debts.coins),
        })}
      >
        {debts.largest.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            {translate('money_back.debts.none')}
          </Typography>
        ) : (
          <Box
            component="ol"
            sx={{
              listStyle: 'none',
              margin: 0,
              padding: 0,
              display: 'grid',
              gap: '6px',
              fontSize: '0.8125rem',
            }}
          >
            {debts.largest.map(({ accountId, coins }) => (
              <Box
                component="li"
                key={accountId}
                sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}
              >
                <AccountLink id={accountId} />
                <Coins value={coins} />
              </Box>
            ))}
          </Box>
        )}
      </Section>
      <Section
        title={translate('money_back.write_offs.title')}
        hint={translate('money_back.write_offs.hint')}
      >
        <Facts
          items={[
            [
              translate('money_back.write_offs.written_off'),
              <Coins key="w" value={writeOffs.writtenOffCoins} />,
            ],
            [translate('money_back.write_offs.waived'), <Coins key="v" value={writeOffs.waivedCoins} />],
          ]}
        />
      </Section>
    </Box>
  );
}
