import type { StaffPackage, StaffPricePoint } from '@coinwarden/contracts';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../../display/empty-state';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';
import { useMay } from '../../providers/use-may';
import { EndPrice } from './end-price';
import { usePriceColumns } from './price-columns';
import { PriceHistory } from './price-history';
import { usePerCoin, usePlaceText, WarningMeanings } from './price-words';
import { SetPrice } from './set-price';

interface PackagePricesProps {
  pack: StaffPackage;
  /** Those that hold, are to come or wait behind another. */
  prices: readonly StaffPricePoint[];
  /** How many there are, where they are not all there. */
  total: number;
}

const pricesOf = (packageId: string) =>
  `/price-points?filter=${encodeURIComponent(JSON.stringify({ packageId, state: 'current' }))}`;

const byUsd = (a: StaffPricePoint, b: StaffPricePoint) =>
  Number(a.usdPerCoin ?? Number.POSITIVE_INFINITY) - Number(b.usdPerCoin ?? Number.POSITIVE_INFINITY) ||
  (a.price.currency + a.region < b.price.currency + b.region ? -1 : 1);

type Asked = { what: 'set'; point: StaffPricePoint | null } | { what: 'end'; point: StaffPricePoint };

/** What a package costs in all places, what will follow and what it cost; each can be changed where it stands. */
export function PackagePrices({ pack, prices, total }: PackagePricesProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const translate = useTranslate();
  const may = useMay('catalogue.write');
  const current = prices.filter(({ state }) => state === 'current').sort(byUsd);
  const waiting = prices.filter(({ state }) => state !== 'current');
  const close = () => setAsked(null);
  return (
    <>
      <Section
        title={translate('package.prices')}
        hint={translate('package.prices_hint')}
        flush
        action={
          may && (
            <Button variant="contained" onClick={() => setAsked({ what: 'set', point: null })}>
              {translate('price_point.set.open')}
            </Button>
          )
        }
      >
        {current.length === 0 ? (
          <EmptyState title={translate('package.no_prices')} hint={translate('empty.price-points.hint')} />
        ) : (
          <CurrentPrices prices={current} onAsk={setAsked} />
        )}
        {total > prices.length && (
          <Box sx={{ padding: '8px 16px' }}>
            <TextLink to={pricesOf(pack.id)}>{translate('package.all_prices')}</TextLink>
          </Box>
        )}
      </Section>
      {waiting.length > 0 && <WaitingPrices prices={waiting} onAsk={setAsked} />}
      <PriceHistory packageId={pack.id} />
      {asked?.what === 'set' && <SetPrice pack={pack} prices={current} point={asked.point} onClose={close} />}
      {asked?.what === 'end' && <EndPrice point={asked.point} onClose={close} />}
    </>
  );
}

interface TableProps {
  prices: readonly StaffPricePoint[];
  onAsk: (asked: Asked) => void;
}

function CurrentPrices({ prices, onAsk }: TableProps) {
  const translate = useTranslate();
  const columns = usePriceColumns();
  const actions = useActionsColumn(prices, onAsk);
  const warnings = prices.flatMap((point) => point.warnings);
  return (
    <>
      <Spread prices={prices} />
      <RecordTable
        label={translate('package.prices')}
        rows={prices}
        rowKey={({ id }) => id}
        empty=""
        columns={[
          columns.place,
          columns.price,
          columns.fromMedian,
          columns.warnings,
          columns.skus,
          columns.until,
          ...actions,
        ]}
      />
      {warnings.length > 0 && (
        <Box sx={{ padding: '12px 16px' }}>
          <WarningMeanings warnings={warnings} />
        </Box>
      )}
    </>
  );
}

/** The cheapest coin, the dearest, and how many prices are warned of. */
function Spread({ prices }: { prices: readonly StaffPricePoint[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const perCoin = usePerCoin();
  const usd = prices.flatMap(({ usdPerCoin }) => (usdPerCoin === null ? [] : [Number(usdPerCoin)]));
  const warned = prices.filter(({ warnings }) => warnings.length > 0).length;
  const said = [
    translate('package.places', { smart_count: prices.length, count: format.number(prices.length) }),
    usd.length > 1 &&
      translate('package.spread', {
        least: perCoin(Math.min(...usd), 'USD'),
        most: perCoin(Math.max(...usd), 'USD'),
      }),
    translate('package.warned', { smart_count: warned, count: format.number(warned) }),
  ];
  return (
    <Typography variant="body2" sx={{ padding: '4px 16px 8px', color: 'var(--muted)' }}>
      {said.filter(Boolean).join(' · ')}
    </Typography>
  );
}

function WaitingPrices({ prices, onAsk }: TableProps) {
  const translate = useTranslate();
  const columns = usePriceColumns();
  const actions = useActionsColumn(prices, onAsk);
  return (
    <Section title={translate('package.waiting')} hint={translate('package.waiting_hint')} flush>
      <RecordTable
        label={translate('package.waiting')}
        rows={prices}
        rowKey={({ id }) => id}
        empty=""
        columns={[
          columns.place,
          columns.price,
          columns.state,
          columns.from,
          columns.until,
          columns.skus,
          ...actions,
        ]}
      />
    </Section>
  );
}

/** Nothing at all where nothing may be done. */
function useActionsColumn(
  prices: readonly StaffPricePoint[],
  onAsk: (asked: Asked) => void,
): Column<StaffPricePoint>[] {
  const translate = useTranslate();
  const { placeText } = usePlaceText();
  if (prices.every(({ allowedActions }) => allowedActions.length === 0)) return [];
  const button = (point: StaffPricePoint, what: Asked['what'], key: 'change' | 'end') => (
    <Button
      color={key === 'end' ? 'error' : 'primary'}
      aria-label={translate(`price_point.action.${key}_in`, {
        place: placeText(point.price.currency, point.region),
      })}
      onClick={() => onAsk({ what, point })}
      sx={{ minWidth: 0, minHeight: 28, paddingY: 0 }}
    >
      {translate(`price_point.action.${key}`)}
    </Button>
  );
  return [
    {
      label: translate('price_point.actions'),
      numeric: true,
      foldsBelow: 480,
      value: (point) => (
        <Box sx={{ display: 'inline-flex' }}>
          {point.allowedActions.includes('change') && button(point, 'set', 'change')}
          {point.allowedActions.includes('end') && button(point, 'end', 'end')}
        </Box>
      ),
    },
  ];
}
