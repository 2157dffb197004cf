import type { Instant } from '../kernel/time.js';
import type { Catalogue } from './catalogue.js';

/** Countries that share a currency without each having prices of its own. Source: Council of the EU, members on 2026-01-01. */
const EURO_AREA = new Set('AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '));

export const WORLD_CURRENCY = 'USD';

/** The currency a buyer sees who has not said one: the country's own prices, else the euro in its area, else dollars. */
export function shownCurrency(catalogue: Catalogue, country: string | null, at: Instant): string {
  if (country === null) return WORLD_CURRENCY;
  const own = catalogue.ownCurrency(country, at);
  if (own !== null) return own;
  return EURO_AREA.has(country) && catalogue.isSoldEverywhere('EUR', at) ? 'EUR' : WORLD_CURRENCY;
}
