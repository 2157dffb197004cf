import { accountRequest, id, type TransactionRequest, transactionRequest } from '@coinwarden/contracts';
import type { z } from 'zod';
import { MapError } from '../import-error.js';
import { importedPackageId } from '../imported-package.js';
import { compile, type Evaluate, type RowValues } from './expression.js';
import type { MapFile } from './map-file.js';
import { CellError } from './operators.js';

const openedAccount = accountRequest.extend({ accountId: id });
export type OpenedAccount = z.infer<typeof openedAccount>;

export interface MappedRow {
  readonly transaction: TransactionRequest & { readonly occurredAt: string };
  readonly accounts: readonly OpenedAccount[];
  readonly label: { readonly fraud: boolean; readonly pattern: string } | null;
}

export type MappingResult = { readonly row: MappedRow } | { readonly refusal: string };

/** A mapping file made ready: checked whole, then applied row by row. */
export class RowMapper {
  private readonly columns = new Map<string, string>();
  private readonly accounts: readonly Evaluate[];
  private readonly transaction: Evaluate;
  private readonly labelValue: Evaluate | undefined;
  private readonly labelPattern: Evaluate | undefined;
  private readonly fraud: ReadonlySet<string>;

  constructor(readonly map: MapFile) {
    const compiled = (expression: unknown, pointer: string) =>
      compile(expression, pointer, (name, at) => this.columns.set(name, this.columns.get(name) ?? at));
    this.accounts = map.accounts.map((account, i) => compiled(account, `/accounts/${i}`));
    this.transaction = compiled(map.transaction, '/transaction');
    this.labelValue = map.label && compiled(map.label.value, '/label/value');
    this.labelPattern =
      map.label?.pattern === undefined ? undefined : compiled(map.label.pattern, '/label/pattern');
    this.fraud = new Set(map.label?.fraud.map(String));
  }

  /** Throws MapError for the first column the mapping names and the file has not. */
  checkColumns(columns: readonly string[]): void {
    for (const [name, pointer] of this.columns) {
      if (!columns.includes(name))
        throw new MapError(pointer, `the file has no column "${name}"; it has ${columns.join(', ')}`);
    }
  }

  /** What the row says, or the first reason why it cannot be taken. */
  apply(row: RowValues): MappingResult {
    try {
      return this.mapped(row);
    } catch (error) {
      if (error instanceof CellError) return { refusal: error.message };
      throw error;
    }
  }

  private mapped(row: RowValues): MappingResult {
    const draft = this.transaction(row) as Record<string, unknown> | undefined;
    if (draft && this.map.packages && draft['kind'] === 'purchase') {
      const packageId = importedPackageId(this.map.name, draft['money']);
      if (packageId === null) return { refusal: '/money: a purchase must cost something' };
      draft['packageId'] = packageId;
    }
    const transaction = transactionRequest.safeParse(draft);
    if (!transaction.success) return { refusal: firstIssue(transaction.error, '') };
    const { occurredAt } = transaction.data;
    if (occurredAt === undefined) return { refusal: '/occurredAt: is empty' };

    const accounts: OpenedAccount[] = [];
    for (const [i, evaluate] of this.accounts.entries()) {
      const value = evaluate(row);
      if (value === undefined) continue;
      const account = openedAccount.safeParse(value);
      if (!account.success) return { refusal: firstIssue(account.error, `/accounts/${i}`) };
      accounts.push(account.data);
    }
    return { row: { transaction: { ...transaction.data, occurredAt }, accounts, label: this.labelOf(row) } };
  }

  /** A row without a label stays out of every quotient. */
  private labelOf(row: RowValues): MappedRow['label'] {
    const value = this.labelValue?.(row);
    if (value === undefined) return null;
    const pattern = this.labelPattern?.(row);
    return {
      fraud: this.fraud.has(String(value)),
      pattern: pattern === undefined ? 'fraud' : String(pattern),
    };
  }
}

function firstIssue(error: z.ZodError, prefix: string): string {
  const issue = error.issues[0];
  return `${prefix}/${(issue?.path ?? []).join('/')}: ${issue?.message ?? 'is not valid'}`;
}
