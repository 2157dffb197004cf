import { AGE_BANDS, type AgeBand } from '../accounts/account.js';
import { ANY_COUNTRY, type LimitPolicy } from './limit-policy.js';
import type { LimitMeasure, LimitWindow } from './spending-limit.js';

/**
 * The policies a new installation starts with, as data. The regulator rows are the published rules for minors nearest to
 * buying coins and are examples for an operator's counsel to confirm, not advice; the platform rows are careful defaults
 * for the whole world. An account whose age is unknown is treated as a teenager until the platform knows better.
 */

type Ceiling = readonly [window: LimitWindow, limit: number];

interface Row {
  readonly layer: LimitPolicy['layer'];
  readonly country: string;
  readonly ageBands: readonly AgeBand[];
  readonly measure: LimitMeasure;
  readonly currency: string | null;
  readonly ceilings: readonly Ceiling[];
  readonly since: string;
  readonly source: string;
}

const CHINA =
  'CN: National Press and Publication Administration, Notice on Preventing Minors from Indulging in Online Games ' +
  '(国新出发〔2019〕34号), point 3';
const KOREA =
  'KR: Game Rating and Administration Committee, rating regulation: monthly payment ceiling for minors in online games, ' +
  'KRW 70,000 (kept when the ceiling for adults was abolished on 2019-06-27)';
const JAPAN =
  'JP: industry practice for coin purchases by minors, as announced by DeNA and GREE in April 2012: under 16 JPY 5,000, ' +
  'under 18 JPY 10,000 a month';
const PLATFORM = 'Platform default for the age band';

/** Money in minor units of the row's currency; coins in coins. */
const ROWS: readonly Row[] = [
  {
    layer: 'regulator',
    country: 'CN',
    ageBands: ['13-15', 'unknown'],
    measure: 'purchase_money',
    currency: 'CNY',
    ceilings: [
      ['transaction', 50_00],
      ['month', 200_00],
    ],
    since: '2019-11-01T00:00:00Z',
    source: `${CHINA}: 8 to under 16, CNY 50 a time and 200 a month`,
  },
  {
    layer: 'regulator',
    country: 'CN',
    ageBands: ['16-17'],
    measure: 'purchase_money',
    currency: 'CNY',
    ceilings: [
      ['transaction', 100_00],
      ['month', 400_00],
    ],
    since: '2019-11-01T00:00:00Z',
    source: `${CHINA}: 16 to under 18, CNY 100 a time and 400 a month`,
  },
  {
    layer: 'regulator',
    country: 'KR',
    ageBands: ['13-15', '16-17', 'unknown'],
    measure: 'purchase_money',
    currency: 'KRW',
    ceilings: [['month', 70_000]],
    since: '2009-01-01T00:00:00Z',
    source: KOREA,
  },
  {
    layer: 'regulator',
    country: 'JP',
    ageBands: ['13-15', 'unknown'],
    measure: 'purchase_money',
    currency: 'JPY',
    ceilings: [['month', 5_000]],
    since: '2012-06-01T00:00:00Z',
    source: JAPAN,
  },
  {
    layer: 'regulator',
    country: 'JP',
    ageBands: ['16-17'],
    measure: 'purchase_money',
    currency: 'JPY',
    ceilings: [['month', 10_000]],
    since: '2012-06-01T00:00:00Z',
    source: JAPAN,
  },
  ...platform('under13', {
    money: [['transaction', 0]],
    coins: [
      ['day', 100],
      ['month', 500],
    ],
  }),
  ...platform('13-15', {
    money: [
      ['transaction', 25_00],
      ['day', 50_00],
      ['week', 100_00],
      ['month', 150_00],
    ],
    coins: [
      ['transaction', 2_000],
      ['day', 5_000],
      ['week', 10_000],
      ['month', 20_000],
    ],
  }),
  ...platform('16-17', {
    money: [
      ['transaction', 50_00],
      ['day', 100_00],
      ['week', 200_00],
      ['month', 300_00],
    ],
    coins: [
      ['transaction', 5_000],
      ['day', 10_000],
      ['week', 25_000],
      ['month', 50_000],
    ],
  }),
  ...platform('unknown', {
    money: [
      ['transaction', 50_00],
      ['day', 100_00],
      ['week', 200_00],
      ['month', 300_00],
    ],
    coins: [
      ['transaction', 5_000],
      ['day', 10_000],
      ['week', 25_000],
      ['month', 50_000],
    ],
  }),
  ...platform('adult', {
    money: [
      ['transaction', 2_500_00],
      ['day', 5_000_00],
      ['week', 15_000_00],
      ['month', 40_000_00],
    ],
    coins: [
      ['transaction', 500_000],
      ['day', 1_000_000],
      ['week', 3_000_000],
      ['month', 8_000_000],
    ],
  }),
];

function platform(ageBand: AgeBand, { money, coins }: Record<'money' | 'coins', readonly Ceiling[]>): Row[] {
  const common = {
    layer: 'platform',
    country: ANY_COUNTRY,
    ageBands: [ageBand],
    since: '1970-01-01T00:00:00Z',
    source: PLATFORM,
  } as const;
  return [
    { ...common, measure: 'purchase_money', currency: 'USD', ceilings: money },
    { ...common, measure: 'coins_spent', currency: null, ceilings: coins },
  ];
}

export const DEFAULT_POLICIES: readonly LimitPolicy[] = ROWS.flatMap((row) =>
  AGE_BANDS.filter((band) => row.ageBands.includes(band)).flatMap((ageBand) =>
    row.ceilings.map(([window, limit]) => ({
      layer: row.layer,
      country: row.country,
      ageBand,
      measure: row.measure,
      window,
      limit: BigInt(limit),
      currency: row.currency,
      effectiveFrom: Date.parse(row.since),
      effectiveUntil: null,
      source: row.source,
    })),
  ),
);
