/** Where people live: how many, what they pay with and when they sleep. Weights are rough shares of the audience. */
export interface Place {
  readonly country: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly weight: number;
}

export const PLACES: readonly Place[] = [
  { country: 'US', timeZone: 'America/New_York', currency: 'USD', weight: 13 },
  { country: 'US', timeZone: 'America/Chicago', currency: 'USD', weight: 7 },
  { country: 'US', timeZone: 'America/Los_Angeles', currency: 'USD', weight: 9 },
  { country: 'CA', timeZone: 'America/Toronto', currency: 'CAD', weight: 3 },
  { country: 'MX', timeZone: 'America/Mexico_City', currency: 'MXN', weight: 4 },
  { country: 'BR', timeZone: 'America/Sao_Paulo', currency: 'BRL', weight: 7 },
  { country: 'GB', timeZone: 'Europe/London', currency: 'GBP', weight: 7 },
  { country: 'DE', timeZone: 'Europe/Berlin', currency: 'EUR', weight: 6 },
  { country: 'FR', timeZone: 'Europe/Paris', currency: 'EUR', weight: 5 },
  { country: 'ES', timeZone: 'Europe/Madrid', currency: 'EUR', weight: 3 },
  { country: 'IT', timeZone: 'Europe/Rome', currency: 'EUR', weight: 3 },
  { country: 'PL', timeZone: 'Europe/Warsaw', currency: 'PLN', weight: 2 },
  { country: 'TR', timeZone: 'Europe/Istanbul', currency: 'TRY', weight: 3 },
  { country: 'SA', timeZone: 'Asia/Riyadh', currency: 'SAR', weight: 3 },
  { country: 'IN', timeZone: 'Asia/Kolkata', currency: 'INR', weight: 5 },
  { country: 'ID', timeZone: 'Asia/Jakarta', currency: 'IDR', weight: 6 },
  { country: 'PH', timeZone: 'Asia/Manila', currency: 'PHP', weight: 3 },
  { country: 'JP', timeZone: 'Asia/Tokyo', currency: 'JPY', weight: 5 },
  { country: 'KR', timeZone: 'Asia/Seoul', currency: 'KRW', weight: 3 },
  { country: 'AU', timeZone: 'Australia/Sydney', currency: 'AUD', weight: 3 },
];

/** Every pair of country and currency that somebody here buys in: what a catalogue has to answer for. */
export const MARKETS: readonly { readonly country: string; readonly currency: string }[] = [
  ...new Map(PLACES.map(({ country, currency }) => [country, { country, currency }])).values(),
];
