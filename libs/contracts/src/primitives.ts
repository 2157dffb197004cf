import { z } from 'zod';

/** Text PostgreSQL and JSON can both hold: no NUL and no lone surrogate, so what is stored is what was sent. */
const storable = (value: string) => !value.includes('\u0000') && value.isWellFormed();
export const storableText = (max: number) =>
  z.string().max(max).refine(storable, { message: 'must be well-formed Unicode text without NUL' });

/** An opaque identifier chosen by the platform. */
export const id = z
  .string()
  .min(1)
  .max(128)
  .refine((v) => storable(v) && !/\p{Cc}/u.test(v), { message: 'must not contain control characters' });
export const shortText = storableText(200);
export const longText = storableText(4_000);

/** Coins, diamonds and money in minor units: JSON integers from 0 to 2^53−1. */
export const amount = z.int().min(0);
export const positiveAmount = z.int().min(1);

export const instant = z.iso.datetime({ offset: true }).meta({ description: 'RFC 3339 instant' });

/** ISO 3166-1 alpha-2, as assigned. */
export const COUNTRIES: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
  'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
  'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');
const REGIONS = new Set(COUNTRIES);
export const country = z
  .string()
  .refine((v) => REGIONS.has(v), { message: 'must be an ISO 3166-1 alpha-2 country code' });

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
/** ISO 4217 code in use. */
export const currency = z
  .string()
  .refine((v) => CURRENCIES.has(v), { message: 'must be an ISO 4217 currency code' });

const knownZones = new Map<string, boolean>();
function isTimeZone(zone: string): boolean {
  let known = knownZones.get(zone);
  if (known === undefined) {
    try {
      // Offsets such as "+02:00" also pass Intl; the contract wants IANA names.
      known = /^[A-Za-z]/.test(zone) && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      known = false;
    }
    if (knownZones.size < 2_000) knownZones.set(zone, known);
  }
  return known;
}
export const timeZone = z.string().max(64).refine(isTimeZone, { message: 'must be an IANA time zone name' });

export const ipAddress = z.union([z.ipv4(), z.ipv6()]).meta({ description: 'IPv4 or IPv6 address' });

export const money = z.strictObject({ amountMinor: amount, currency }).meta({ id: 'Money' });

export const device = z
  .strictObject({ id, ip: ipAddress, userAgent: storableText(1_000).optional() })
  .meta({ id: 'Device' });

/** Every list answers a page and the cursor of the next one (null at the end). */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const pageQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
