import { readFile } from 'node:fs/promises';
import { instant } from '@coinwarden/contracts';
import { z } from 'zod';
import { ImportError, MapError } from '../import-error.js';
import { zodError } from './expression.js';

const cell = z.union([z.string(), z.number(), z.boolean()]);

/** The outside of a mapping file; the expressions inside are compiled, and so checked, by `compile`. */
const mapFile = z.strictObject({
  version: z.literal(1),
  /** Begins the names of what the import makes: packages, idempotency keys. */
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: 'must be lower-case letters, digits and dashes' }),
  description: z.string().optional(),
  format: z.enum(['csv', 'ndjson']).default('csv'),
  /** One character between cells. */
  delimiter: z
    .string()
    .regex(/^[\x20-\x7e\t]$/, { error: 'must be one ASCII character' })
    .refine((d) => d !== '"', { error: 'must not be the quote' })
    .default(','),
  /** Accounts to open if nobody has: the body of `PUT /v1/accounts/{accountId}` and the id. */
  accounts: z.array(z.unknown()).default([]),
  /** The transaction, as in `POST /v1/transactions`; `occurredAt` is required here. */
  transaction: z.record(z.string(), z.unknown()),
  /**
   * For purchases of any amount: opens a package per amount, on sale only while the file lasts, and fills in
   * `packageId`. Without it, rows name packages that exist.
   */
  packages: z
    .strictObject({
      coinsPerUnit: z.number().positive().max(1_000_000),
      /** Decimal places of the currency. */
      scale: z.int().min(0).max(4).default(2),
    })
    .optional(),
  /** What is known about the row. It is kept apart and never part of the transaction. */
  label: z
    .strictObject({
      value: z.unknown(),
      fraud: z.array(cell).min(1),
      pattern: z.unknown().optional(),
    })
    .optional(),
  /** Rows from this instant on are also reported by themselves. */
  report: z.strictObject({ since: instant }).optional(),
});

export type MapFile = z.infer<typeof mapFile>;

/** Throws ImportError if it cannot be read, MapError with a pointer if it does not hold together. */
export async function readMapFile(path: string): Promise<MapFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new ImportError(`the map ${path} cannot be read: ${(error as Error).message}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ImportError(`the map ${path} is not valid JSON: ${(error as Error).message}`);
  }
  return parseMap(json);
}

export function parseMap(json: unknown): MapFile {
  const parsed = mapFile.safeParse(json);
  if (!parsed.success) throw zodError(parsed.error, '');
  if (!('occurredAt' in parsed.data.transaction))
    throw new MapError('/transaction/occurredAt', 'is missing: history is judged at the time it happened');
  return parsed.data;
}
