import { DAY } from '@coinwarden/domain';
import { ImportError } from './import-error.js';
import { type ImportedPackage, importedPackage } from './imported-package.js';
import type { MapFile } from './mapping/map-file.js';
import { RowMapper } from './mapping/row-mapper.js';
import type { OnRead } from './source/open-source.js';
import { rowsOf } from './source/rows.js';

const MAX_PRICES = 200_000;
const REFUSALS_SHOWN = 20;

/** What a file holds, learnt by reading it once without deciding anything. */
export interface Survey {
  readonly rows: number;
  readonly refused: number;
  /** The first refusals, for a dry run to show. */
  readonly refusals: readonly { readonly line: number; readonly reason: string }[];
  /** The packages its purchases need, when the map asks for one per amount. */
  readonly packages: readonly ImportedPackage[];
  readonly from: number;
  readonly until: number;
  /** Rows that happened before the row above them: windows are truest when time only goes forward. */
  readonly outOfOrder: number;
}

/** Reads the whole file, unless told to stop, in bounded memory. Throws MapError when the file has not the columns the map names. */
export async function survey(
  file: string,
  map: MapFile,
  { onRead, signal }: { readonly onRead?: OnRead; readonly signal?: AbortSignal | undefined } = {},
): Promise<Survey> {
  const mapper = new RowMapper(map);
  const packages = new Map<string, ImportedPackage>();
  const refusals: { line: number; reason: string }[] = [];
  let [rows, refused, outOfOrder] = [0, 0, 0];
  let [from, until, last] = [Number.POSITIVE_INFINITY, 0, 0];

  const refuse = (line: number, reason: string) => {
    refused++;
    if (refusals.length < REFUSALS_SHOWN) refusals.push({ line, reason });
  };
  const source = rowsOf(file, map, {
    onColumns: (columns) => mapper.checkColumns(columns),
    ...(onRead && { onRead }),
  });
  for await (const row of source) {
    if (signal?.aborted) break;
    rows++;
    if ('refusal' in row) {
      refuse(row.line, row.refusal);
      continue;
    }
    const mapped = mapper.apply(row.values);
    if ('refusal' in mapped) {
      refuse(row.line, mapped.refusal);
      continue;
    }
    const { transaction } = mapped.row;
    const at = Date.parse(transaction.occurredAt);
    if (at < last) outOfOrder++;
    last = at;
    from = Math.min(from, at);
    until = Math.max(until, at);
    if (map.packages && transaction.kind === 'purchase' && !packages.has(transaction.packageId)) {
      packages.set(transaction.packageId, importedPackage(map, transaction.money));
      if (packages.size > MAX_PRICES)
        throw new ImportError(
          `${file} holds more than ${MAX_PRICES} different amounts: round them with the map, or map rows to packages of the catalogue`,
        );
    }
  }
  return {
    rows,
    refused,
    refusals,
    packages: [...packages.values()],
    from: Number.isFinite(from) ? from : 0,
    until: until + DAY,
    outOfOrder,
  };
}
