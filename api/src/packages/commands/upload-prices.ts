import type { PriceUploadAnswer, PriceUploadRequest } from '@coinwarden/contracts';
import type { PriceWarning } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { rowsRefused } from '../../platform/csv/rows-refused.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { insertPrices, type NewPriceVersion } from '../persistence/price-points.store.js';
import { PriceBook, warningsOf } from '../prices/price-book.js';
import { PRICE_WARNING_TEXT } from '../prices/price-warnings.js';
import { type PriceRow, type PriceRows, readPriceRows } from '../upload/price-rows.js';
import { ChangeCatalogue } from './change-catalogue.js';

const SHOWN = 1_000;

/**
 * Sets many prices in one transaction, or tells what that would do. Sent twice it changes nothing the second time: what
 * is as the upload wants it is left alone.
 */
@Injectable()
export class UploadPrices {
  constructor(
    private readonly db: UnitOfWork,
    private readonly change: ChangeCatalogue,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: StaffActor, request: PriceUploadRequest): Promise<PriceUploadAnswer> {
    const now = this.clock.now();
    if (request.dryRun) return answerOf(planned(await PriceBook.read(this.db), request.text, now), true);
    return this.change.run(async (tx) => {
      const plan = planned(await PriceBook.read(tx), request.text, now);
      refuseIfWrong(plan, request);
      const { changes, read } = plan;
      const prices = changes.map(({ price }) => price);
      await insertPrices(tx, prices, { at: new Date(now), by: actor.id, reason: request.reason });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'price.uploaded',
        subject: { type: 'price_upload', id: uuidv7() },
        reason: request.reason,
        details: {
          rows: read.total,
          changed: changes.length,
          warned: changes.filter(({ warnings }) => warnings.length > 0).length,
          refused: read.errors.length,
        },
      });
      return answerOf(plan, false);
    });
  }
}

interface Change {
  readonly row: PriceRow;
  readonly price: NewPriceVersion;
  readonly amountBefore: bigint | null;
  readonly warnings: readonly PriceWarning[];
}

interface Plan {
  readonly read: PriceRows;
  readonly changes: readonly Change[];
}

function planned(book: PriceBook, text: string, now: number): Plan {
  const read = readPriceRows(text, book, now);
  const entered = read.rows
    .filter(({ wanted }) => !book.isAsBefore(wanted))
    .map((row) => ({
      row,
      amountBefore: book.before(row.wanted)?.price.amountMinor ?? null,
      price: book.enter(row.wanted),
    }));
  const warnings = warningsOf(
    book.catalogue,
    entered.map(({ price }) => price),
  );
  return { read, changes: entered.map((one) => ({ ...one, warnings: warnings.get(one.price)! })) };
}

function refuseIfWrong({ read, changes }: Plan, { wrongRows, acceptWarnings }: PriceUploadRequest): void {
  const { errors, total } = read;
  if (wrongRows === 'refuse' && errors.length > 0)
    throw rowsRefused(
      'request.invalid',
      `${errors.length} of ${total} rows cannot be used, so no price was set.`,
      errors,
    );
  const warned = changes.filter(({ warnings }) => warnings.length > 0);
  if (warned.length === 0 || acceptWarnings) return;
  const said = warned.map(({ row, price, warnings }) => ({
    line: row.line,
    value: `${price.packageId} ${price.currency} ${price.region}`,
    detail: warnings.map((one) => PRICE_WARNING_TEXT[one]).join('; '),
  }));
  throw rowsRefused('price.warned', `${warned.length} prices are unusual, so none was set.`, said);
}

function answerOf({ read, changes }: Plan, dryRun: boolean): PriceUploadAnswer {
  const warned = changes.filter(({ warnings }) => warnings.length > 0);
  const usual = changes.filter(({ warnings }) => warnings.length === 0);
  return {
    dryRun,
    rows: read.total,
    changed: changes.length,
    unchanged: read.rows.length - changes.length,
    refused: read.errors.length,
    warned: warned.length,
    errors: read.errors.slice(0, SHOWN),
    changes: [...warned, ...usual].slice(0, SHOWN).map(changeOf),
  };
}

const changeOf = ({ row, price, amountBefore, warnings }: Change): PriceUploadAnswer['changes'][number] => ({
  line: row.line,
  packageId: price.packageId,
  region: price.region,
  before: amountBefore === null ? null : { amountMinor: Number(amountBefore), currency: price.currency },
  after: { amountMinor: Number(price.amountMinor), currency: price.currency },
  changePercent: amountBefore === null ? null : changeInPercent(amountBefore, price.amountMinor),
  validFrom: price.validFrom.toISOString(),
  warnings: [...warnings],
});

/** To one decimal. */
const changeInPercent = (before: bigint, after: bigint): number =>
  Math.round((1_000 * Number(after - before)) / Number(before)) / 10;
