import { createHash } from 'node:crypto';
import { country } from '@coinwarden/contracts';
import { z } from 'zod';
import { parseTime, timeArguments } from './parse-time.js';

/** Why a cell does not fit; the row is refused and the message reported. */
export class CellError extends Error {}

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const show = (value: unknown) => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
const text = (value: unknown) => (typeof value === 'string' ? value.trim() : String(value));

/**
 * A transform of one value: the arguments it takes beside it, and what it does. Empty cells never reach it. To add
 * one, add it here; the mapping file then knows it by its key.
 */
export interface Operator<A extends z.ZodObject = z.ZodObject> {
  readonly args: A;
  readonly apply: (value: unknown, args: z.infer<A>) => unknown;
}

const operator = <A extends z.ZodRawShape>(
  args: A,
  apply: (value: unknown, args: z.infer<z.ZodObject<A>>) => unknown,
): Operator => ({ args: z.strictObject(args), apply: apply as Operator['apply'] });

const regionNames = new Intl.DisplayNames('en', { type: 'region' });
let byName: Map<string, string> | undefined;

/** English names of the assigned codes, once. */
function countryByName(name: string): string | undefined {
  byName ??= new Map(
    Array.from({ length: 26 * 26 }, (_, n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)))
      .filter((code) => country.safeParse(code).success)
      .map((code) => [(regionNames.of(code) ?? code).toLowerCase(), code]),
  );
  return byName.get(name.toLowerCase());
}

export const OPERATORS: Readonly<Record<string, Operator>> = {
  /** An instant, as RFC 3339 UTC. */
  $time: operator(timeArguments, (value, args) => new Date(timeOf(value, args)).toISOString()),

  /**
   * Whole units and a fraction to minor units, exactly: `57.16` at scale 2 is 5716. More decimal places than that are
   * refused, or rounded half up where the map says so.
   */
  $money: operator(
    { scale: z.int().min(0).max(6).default(2), excess: z.enum(['refuse', 'round']).default('refuse') },
    (value, { scale, excess }) => {
      const [, whole, fraction = ''] = /^(\d{1,15})(?:\.(\d*))?$/.exec(decimalText(value)) ?? [];
      if (whole === undefined) throw new CellError(`${show(value)} is not an amount of money`);
      const rest = fraction.slice(scale);
      if (excess === 'refuse' && /[1-9]/.test(rest))
        throw new CellError(`${show(value)} has more than ${scale} decimal places`);
      const minor = integer(`${whole}${fraction.slice(0, scale).padEnd(scale, '0')}`, value);
      return excess === 'round' && rest.charAt(0) >= '5' ? minor + 1 : minor;
    },
  ),

  $integer: operator({}, (value) => {
    const [, whole] = /^(\d{1,16})(?:\.0*)?$/.exec(decimalText(value)) ?? [];
    if (whole === undefined) throw new CellError(`${show(value)} is not a whole number`);
    return integer(whole, value);
  }),

  $boolean: operator({ true: z.array(scalar).min(1), false: z.array(scalar).optional() }, (value, args) => {
    if (args.true.map(text).includes(text(value))) return true;
    if (!args.false || args.false.map(text).includes(text(value))) return false;
    throw new CellError(`${show(value)} is listed neither as true nor as false`);
  }),

  /** A value by another: `default` where the table has none, else the row is refused. */
  $lookup: operator({ table: z.record(z.string(), scalar), default: scalar.optional() }, (value, args) => {
    const found = Object.hasOwn(args.table, text(value)) ? args.table[text(value)] : args.default;
    if (found === undefined) throw new CellError(`the table has no entry for ${show(value)}`);
    return found;
  }),

  /** A country by its code or its English name. */
  $country: operator({ default: country.optional() }, (value, args) => {
    const code = text(value).toUpperCase();
    const found = country.safeParse(code).success ? code : (countryByName(text(value)) ?? args.default);
    if (found === undefined) throw new CellError(`${show(value)} is not a country`);
    return found;
  }),

  /** Years of age to an age band. */
  $ageBand: operator({}, (value) => {
    const age = Number(text(value));
    if (!Number.isFinite(age) || age < 0 || age > 150) throw new CellError(`${show(value)} is not an age`);
    return age < 13 ? 'under13' : age < 16 ? '13-15' : age < 18 ? '16-17' : 'adult';
  }),

  /**
   * An address of the documentation range 2001:db8::/32 (RFC 3849) made from the value, for sources that tell devices
   * apart but not where they were: the same value has the same address, and no address is anyone's.
   */
  $placeholderIp: operator({}, (value) => {
    const digest = createHash('sha256').update(text(value)).digest('hex');
    return `2001:db8:${(digest.slice(0, 24).match(/.{4}/g) ?? []).map((g) => Number.parseInt(g, 16).toString(16)).join(':')}`;
  }),
};

const decimalText = (value: unknown) => text(value).replace(/^\+/, '');

function integer(digits: string, given: unknown): number {
  const amount = Number(digits);
  if (!Number.isSafeInteger(amount)) throw new CellError(`${show(given)} is too large`);
  return amount;
}

function timeOf(value: unknown, args: Parameters<typeof parseTime>[1]): number {
  const at = parseTime(text(value), args);
  if (at === undefined) throw new CellError(`${show(value)} is not a time of format "${args.format}"`);
  return at;
}
