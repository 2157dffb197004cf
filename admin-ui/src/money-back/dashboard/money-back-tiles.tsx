import type { MoneyBackReport } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { revenueOf } from '../../dashboard/revenue';
import { TextLink } from '../../display/text-link';
import { Tile } from '../../display/tile';
import { useFormat } from '../../i18n/use-format';

const SHOWN_CURRENCIES = 3;

/** The figures that say whether this is an ordinary month, each put into proportion. */
export function MoneyBackTiles({ report }: { report: MoneyBackReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const duration = useDuration();
  const { purchases, refunds, disputes, decided, timeToRefund } = report;
  const share = (count: number, all: number) => (all === 0 ? '–' : format.percent(count / all));
  const judged = decided.automatic + decided.secondPerson + decided.refused;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, minmax(0, 1fr))' },
        gap: 2,
      }}
    >
      <Tile
        label={translate('money_back.refunded')}
        value={useSum(refunds.money)}
        action={<TextLink to={LIST_OF_DONE}>{translate('money_back.show')}</TextLink>}
      >
        {translate('money_back.refund_count', {
          smart_count: refunds.count,
          count: format.number(refunds.count),
          rate: share(refunds.count, purchases.count),
        })}
        <Currencies money={refunds.money} />
      </Tile>
      <Tile
        label={translate('money_back.lost')}
        value={useSum(disputes.money)}
        action={<TextLink to="/disputes">{translate('money_back.show')}</TextLink>}
      >
        {translate('money_back.dispute_count', {
          smart_count: disputes.count,
          count: format.number(disputes.count),
          fees: useSum(disputes.fees),
        })}
      </Tile>
      <Tile label={translate('money_back.automatic')} value={share(decided.automatic, judged)}>
        {translate('money_back.decided', {
          second: format.number(decided.secondPerson),
          refused: format.number(decided.refused),
          open: format.number(decided.undecided),
        })}
      </Tile>
      <Tile
        label={translate('money_back.time')}
        value={timeToRefund.medianSeconds === null ? '–' : duration(timeToRefund.medianSeconds)}
      >
        {timeToRefund.p95Seconds === null
          ? translate('money_back.time_none')
          : translate('money_back.time_p95', { time: duration(timeToRefund.p95Seconds) })}
      </Tile>
    </Box>
  );
}

const LIST_OF_DONE = `/refunds?filter=${encodeURIComponent(JSON.stringify({ status: 'succeeded' }))}`;

/** One figure for sums in many currencies: exact where there is one, else about what it is worth. */
function useSum(money: MoneyBackReport['refunds']['money']): string {
  const format = useFormat();
  if (money.length === 0) return '–';
  const { total, exact } = revenueOf(money);
  return `${exact ? '' : '≈\u00a0'}${format.money(total)}`;
}

function Currencies({ money }: { money: MoneyBackReport['refunds']['money'] }) {
  const format = useFormat();
  if (money.length < 2) return null;
  const { byWorth } = revenueOf(money);
  return (
    <Box component="span" sx={{ display: 'block' }}>
      {byWorth.slice(0, SHOWN_CURRENCIES).map(format.money).join(' · ')}
    </Box>
  );
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** The largest unit that fits, to one digit: 3.5 hr. */
export function useDuration() {
  const { locale } = useFormat();
  return (seconds: number): string => {
    const [unit, size] = UNITS.find(([, least]) => seconds >= least) ?? (['second', 1] as const);
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: seconds >= 60 ? 1 : 0,
    }).format(seconds / size);
  };
}
