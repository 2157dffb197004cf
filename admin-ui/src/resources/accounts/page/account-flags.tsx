import type { AccountSummary } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Tag, type Tone } from '../../../display/tag';
import { type Formats, useFormat } from '../../../i18n/use-format';
import { useAccount } from './account-page-context';
import { accountTabPath } from './account-tab-path';

interface Flag {
  readonly key: string;
  readonly tone: Tone;
  readonly values?: Record<string, string | number>;
  /** The tab with what is behind it. */
  readonly tab: string;
}

const MINORS = ['under13', '13-15', '16-17'];

/** From here on somebody is a customer the house would not like to lose; in US cents. */
const VALUED_USD_MINOR = 100_000;

/** What is true of the account and out of the ordinary, the worst first; what is ordinary is not said. */
export function AccountFlags() {
  const translate = useTranslate();
  const account = useAccount();
  const flags = flagsOf(account, useFormat());
  if (flags.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={translate('account_page.flags')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, listStyle: 'none', margin: 0, padding: 0 }}
    >
      {flags.map(({ key, tone, values, tab }) => (
        <li key={key}>
          <Link to={accountTabPath(account.id, tab)} style={{ textDecoration: 'none' }}>
            <Tag tone={tone}>{translate(`account_page.flag.${key}`, values)}</Tag>
          </Link>
        </li>
      ))}
    </Box>
  );
}

function flagsOf(account: AccountSummary, format: Formats): Flag[] {
  const { open, debt, excludedUntil, ageBand, guardianAccountId, wards, listed, lifetime } = account;
  const excluded = excludedUntil !== null && Date.parse(excludedUntil) > Date.now();
  const money = { amountMinor: lifetime.netUsdMinor, currency: 'USD' };
  const counted = (key: string, count: number | null, tone: Tone, tab: string): (Flag | false)[] => [
    (count ?? 0) > 0 && { key, tone, tab, values: { smart_count: count ?? 0 } },
  ];
  const flags: (Flag | false)[] = [
    debt !== null && {
      key: 'debt',
      tone: 'negative',
      tab: 'coins',
      values: { smart_count: debt.coins, coins: format.number(debt.coins) },
    },
    ...counted('disputes', open.disputes, 'negative', 'money-back'),
    ...counted('cases', open.cases, 'caution', 'cases'),
    ...counted('refunds', open.refunds, 'info', 'money-back'),
    ...(listed ?? []).map(
      ({ list }): Flag => ({
        key: `listed.${list}`,
        tone: list === 'allow' ? 'positive' : list === 'block' ? 'negative' : 'caution',
        tab: 'timeline',
      }),
    ),
    excluded && { key: 'excluded', tone: 'info', tab: 'limits' },
    MINORS.includes(ageBand) && { key: 'minor', tone: 'caution', tab: 'limits' },
    guardianAccountId !== null && { key: 'has_guardian', tone: 'info', tab: 'overview' },
    ...counted('wards', wards.length, 'info', 'overview'),
    account.creator && { key: 'creator', tone: 'accent', tab: 'coins' },
    lifetime.netUsdMinor >= VALUED_USD_MINOR && {
      key: 'valued',
      tone: 'positive',
      tab: 'purchases',
      values: { money: format.money(money) },
    },
  ];
  return flags.filter((flag) => flag !== false);
}
