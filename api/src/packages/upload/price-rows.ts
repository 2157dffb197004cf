import {
  currency as currencySchema,
  instant,
  MAX_PRICE_UPLOAD_ROWS,
  MAX_PRICE_UPLOAD_STARTS,
  PRICE_UPLOAD_COLUMNS,
  priceAmount,
  priceRegion,
  sku,
} from '@coinwarden/contracts';
import { EVERYWHERE, fromMajorUnits, minorUnitDigits } from '@coinwarden/domain';
import { type CsvRow, readCsv, textRefused } from '../../platform/csv/csv-rows.js';
import type { RowError } from '../../platform/csv/rows-refused.js';
import type { PriceBook, WantedPrice } from '../prices/price-book.js';

type Column = (typeof PRICE_UPLOAD_COLUMNS)[number];
type Cells = CsvRow<Column>['cells'];

export interface PriceRow {
  readonly line: number;
  readonly wanted: WantedPrice;
}

export interface PriceRows {
  readonly total: number;
  /** In the order of the upload, each place and beginning once. */
  readonly rows: readonly PriceRow[];
  readonly errors: readonly RowError[];
}

const NEEDED = ['packageId', 'currency', 'price'] as const;
const SHOWN = 80;

/** Reads an upload row by row: the price each wants, or what is wrong with it and on which line. */
export function readPriceRows(text: string, book: PriceBook, now: number): PriceRows {
  const table = readCsv(text, PRICE_UPLOAD_COLUMNS);
  const missing = NEEDED.filter((column) => !table.columns.has(column));
  if (missing.length > 0) throw textRefused(`must name the columns ${missing.join(', ')} in its first line`);
  const rows: PriceRow[] = [];
  const errors: RowError[] = [];
  const lines = new Map<string, number>();
  const starts = new Set<number>();
  let total = 0;
  for (const { line, cells } of table.rows()) {
    if (++total > MAX_PRICE_UPLOAD_ROWS)
      throw textRefused(`must not have more than ${MAX_PRICE_UPLOAD_ROWS} rows`);
    const read = readRow(cells, book, now);
    const said = typeof read === 'string' ? undefined : lines.get(keyOf(read));
    if (typeof read === 'string') errors.push({ line, value: shown(cells), detail: read });
    else if (said !== undefined)
      errors.push({ line, value: shown(cells), detail: `line ${said} sets the same price already` });
    else {
      rows.push({ line, wanted: read });
      lines.set(keyOf(read), line);
      starts.add(read.validFrom.getTime());
    }
  }
  if (total === 0) throw textRefused('must have at least one row');
  if (starts.size > MAX_PRICE_UPLOAD_STARTS)
    throw textRefused(`must not have more than ${MAX_PRICE_UPLOAD_STARTS} different beginnings`);
  return { total, rows, errors };
}

const keyOf = ({ packageId, region, price, validFrom }: WantedPrice) =>
  `${price.currency} ${region} ${validFrom.getTime()} ${packageId}`;

const shown = (cells: Cells) =>
  [cells.packageId, cells.currency, cells.region, cells.price].join(' ').trim().slice(0, SHOWN);

function readRow(cells: Cells, book: PriceBook, now: number): WantedPrice | string {
  const { packageId = '' } = cells;
  if (!book.catalogue.hasPackage(packageId)) return 'packageId: there is no such package';
  const currency = (cells.currency ?? '').toUpperCase();
  if (!currencySchema.safeParse(currency).success) return 'currency: must be an ISO 4217 currency code';
  const region = (cells.region ?? '').toUpperCase() || EVERYWHERE;
  if (!priceRegion.safeParse(region).success)
    return 'region: must be an ISO 3166-1 alpha-2 country code or *';
  const amountMinor = fromMajorUnits(cells.price ?? '', currency);
  if (amountMinor === null || !priceAmount.safeParse(Number(amountMinor)).success)
    return `price: must be an amount above 0 like ${exampleIn(currency)}`;
  const window = readWindow(cells, now);
  if (typeof window === 'string') return window;
  const skus = { skuApple: cells.skuApple || undefined, skuGoogle: cells.skuGoogle || undefined };
  for (const store of ['skuApple', 'skuGoogle'] as const)
    if (!sku.safeParse(skus[store] ?? null).success)
      return `${store}: must not be longer than 200 characters`;
  const wanted = { packageId, region, price: { amountMinor, currency }, ...skus, ...window };
  const taken = book.takenSku(wanted);
  return taken ? `${taken.store}: belongs to ${taken.packageId}` : wanted;
}

const exampleIn = (currency: string): string => {
  const digits = minorUnitDigits(currency);
  return digits === 0 ? '999' : `9.${'9'.repeat(digits)}`;
};

function readWindow(cells: Cells, now: number): Pick<WantedPrice, 'validFrom' | 'validUntil'> | string {
  const moments = { validFrom: cells.validFrom || null, validUntil: cells.validUntil || null };
  for (const [column, moment] of Object.entries(moments))
    if (moment !== null && !instant.safeParse(moment).success)
      return `${column}: must be an RFC 3339 instant`;
  // An exported price begins in the past: it is meant to hold, which it does from now on.
  const validFrom = new Date(Math.max(now, Date.parse(moments.validFrom ?? '') || now));
  const validUntil = moments.validUntil === null ? null : new Date(moments.validUntil);
  if (validUntil !== null && validUntil <= validFrom) return 'validUntil: must be after the beginning';
  return { validFrom, validUntil };
}
