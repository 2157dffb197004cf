import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A graph of labelled transfers, in the order of time. */
export interface TransferGraph {
  readonly accounts: readonly string[];
  readonly rings: ReadonlySet<string>;
  readonly transfers: readonly { from: string; to: string; amount: number; step: number }[];
}

/** What AMLSim calls its columns in the samples and in later versions. */
const NODE_FILES = ['nodes.csv', 'accounts.csv'];
const TRANSFER_FILES = ['transactions.csv', 'transfers.csv', 'tx.csv'];
const COLUMNS = {
  account: ['nodeid', 'account_id', 'acct_id'],
  label: ['isfraud', 'is_fraud', 'prior_sar_count', 'is_sar'],
  from: ['sourcenodeid', 'source', 'sender_account_id', 'orig_acct'],
  to: ['targetnodeid', 'target', 'receiver_account_id', 'bene_acct'],
  amount: ['value', 'tx_amount', 'base_amt'],
  step: ['time', 'timestamp', 'tran_timestamp'],
} as const;

export function readTransferGraph(dir: string): TransferGraph {
  const nodes = readTable(dir, NODE_FILES);
  const account = column(nodes.header, 'account');
  const label = column(nodes.header, 'label');
  const transfers = readTable(dir, TRANSFER_FILES);
  const [from, to, amount, step] = (['from', 'to', 'amount', 'step'] as const).map((name) =>
    column(transfers.header, name),
  ) as [number, number, number, number];
  return {
    accounts: nodes.rows.map((row) => row[account]!),
    rings: new Set(nodes.rows.filter((row) => /^(1|true)$/i.test(row[label]!)).map((row) => row[account]!)),
    transfers: transfers.rows
      .map((row) => ({
        from: row[from]!,
        to: row[to]!,
        amount: Number(row[amount]),
        step: Number(row[step]),
      }))
      .sort((a, b) => a.step - b.step),
  };
}

function readTable(dir: string, names: readonly string[]): { header: string[]; rows: string[][] } {
  const name = names.find((candidate) => existsSync(join(dir, candidate)));
  if (!name) throw new Error(`${dir} has none of ${names.join(', ')}`);
  const [header, ...rows] = readFileSync(join(dir, name), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return { header: header!.map((cell) => cell.trim().toLowerCase()), rows };
}

function column(header: readonly string[], name: keyof typeof COLUMNS): number {
  const found = COLUMNS[name].map((alias) => header.indexOf(alias)).find((index) => index >= 0);
  if (found === undefined) throw new Error(`There is no column ${COLUMNS[name].join(', ')}`);
  return found;
}
