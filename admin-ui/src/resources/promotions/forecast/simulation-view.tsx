import type { PromotionSimulation } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DayChart } from '../../../display/day-chart';
import { Tile } from '../../../display/tile';
import { useFormat } from '../../../i18n/use-format';
import { usePackageName } from '../use-packages';
import { PartTable } from './part-table';

/** The answer of a simulation: figures, day by day, and by whom and what. */
export function SimulationView({ simulation }: { simulation: PromotionSimulation }) {
  const translate = useTranslate();
  const format = useFormat();
  const packageName = usePackageName();
  const { byDay, byCountry, byAgeBand, byPackage } = simulation;
  const part = (key: string) => translate(`promotion.simulation.by_${key}`);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <SimulationTiles simulation={simulation} />
      <Box role="img" aria-label={translate('promotion.simulation.by_day')}>
        <DayChart
          rows={byDay.map(({ day, uses }) => ({ at: day, uses }))}
          series={[
            { key: 'uses', name: translate('promotion.simulation.uses'), color: 'var(--series-held)' },
          ]}
          height={150}
        />
      </Box>
      <PartTable title={part('country')} rows={byCountry} nameOf={format.country} />
      <PartTable
        title={part('age_band')}
        rows={byAgeBand}
        nameOf={(band) => translate(`age_band.${band}`, { _: band })}
      />
      <PartTable title={part('package')} rows={byPackage} nameOf={packageName} />
    </Box>
  );
}

function SimulationTiles({ simulation: s }: { simulation: PromotionSimulation }) {
  const translate = useTranslate();
  const format = useFormat();
  const share = (part: number, whole: number) => (whole === 0 ? '–' : format.percent(part / whole));
  const tile = (key: string, value: string, values: Record<string, string> = {}) => (
    <Tile key={key} label={translate(`promotion.simulation.tile.${key}`)} value={value}>
      {translate(`promotion.simulation.below.${key}`, values)}
    </Tile>
  );
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))' }}>
      {tile('uses', format.number(s.used.uses), {
        accounts: format.number(s.used.accounts),
        eligible: format.number(s.eligible),
        purchases: format.number(s.purchases),
      })}
      {tile('cost', format.number(s.used.costCoins), {
        bonus: format.number(s.bonusCoins),
        discount: format.money({ amountMinor: s.discountUsdMinor, currency: 'USD' }),
      })}
      {tile('in_window', format.number(s.inItsWindow.costCoins), { uses: format.number(s.inItsWindow.uses) })}
      {tile(
        'budget',
        s.budgetGoneAt === null ? translate('promotion.simulation.lasts') : format.day(s.budgetGoneAt),
        {},
      )}
      {tile('abuse', share(s.abuse.uses, s.used.uses), {
        uses: format.number(s.abuse.uses),
        coins: format.number(s.abuse.costCoins),
      })}
      {tile('newcomers', share(s.newcomers.uses, s.used.uses), {
        uses: format.number(s.newcomers.uses),
        coins: format.number(s.newcomers.costCoins),
      })}
      {tile('kept', format.number(s.keptOther), { coins: format.number(s.replacedCoins) })}
      {s.sampledPercent < 100 && tile('sample', `${format.decimal(s.sampledPercent)} %`, {})}
    </Box>
  );
}
