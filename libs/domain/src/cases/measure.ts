import type { Permission } from '../access/permissions.js';
import type { ListName, ListValueType } from '../lists/list-entry.js';
import type { CaseVerdict } from './case.js';
import type { CaseQueue } from './queue.js';

/**
 * What a decision does. Measures of one decision happen together or not at all; money that moves at a payment provider is
 * asked for in the same transaction and paid afterwards by the refund's own workflow.
 */
export const MEASURE_TYPES = [
  'release_holds',
  'decline_holds',
  'restrict_account',
  'suspend_account',
  'release_account',
  'refund',
  'list_entry',
  'warn',
] as const;
export type MeasureType = (typeof MEASURE_TYPES)[number];

export type Measure =
  | {
      readonly type:
        | 'release_holds'
        | 'decline_holds'
        | 'restrict_account'
        | 'suspend_account'
        | 'release_account';
    }
  /** Of the purchases among its transactions that stand; the reason decides what is taken back for them. */
  | { readonly type: 'refund'; readonly reason: string }
  /** Without a value: the account itself, or what its transactions came from. */
  | {
      readonly type: 'list_entry';
      readonly list: ListName;
      readonly of: ListValueType;
      readonly value?: string | undefined;
      readonly days?: number | undefined;
    }
  /** The platform is asked to tell the user. */
  | { readonly type: 'warn'; readonly text: string };

export const MEASURE_PERMISSIONS: Readonly<Record<MeasureType, Permission>> = {
  release_holds: 'transaction.review',
  decline_holds: 'transaction.review',
  restrict_account: 'account.enforce',
  suspend_account: 'account.enforce',
  release_account: 'account.enforce',
  refund: 'refund.create',
  list_entry: 'list.write',
  warn: 'case.work',
};

/** Permissions that these measures need and this person lacks. */
export const missingForMeasures = (
  measures: readonly Measure[],
  permissions: ReadonlySet<Permission>,
): Permission[] => [
  ...new Set(
    measures.map(({ type }) => MEASURE_PERMISSIONS[type]).filter((needed) => !permissions.has(needed)),
  ),
];

/** Two measures of one decision that cannot both be meant; null when there are none. */
export function contradiction(measures: readonly Measure[]): readonly [MeasureType, MeasureType] | null {
  const types = new Set(measures.map(({ type }) => type));
  return CONTRADICTIONS.find(([one, other]) => types.has(one) && types.has(other)) ?? null;
}

const CONTRADICTIONS: readonly (readonly [MeasureType, MeasureType])[] = [
  ['release_holds', 'decline_holds'],
  ['restrict_account', 'suspend_account'],
  ['restrict_account', 'release_account'],
  ['suspend_account', 'release_account'],
];

const MOVES_MONEY: ReadonlySet<MeasureType> = new Set(['release_holds', 'decline_holds', 'refund']);

/**
 * Whether another person has to confirm: money moves on a case of much value, or an account is shut out on it. Threshold
 * by queue; decisions that change nothing never wait.
 */
export function needsSecondLook(
  queue: Pick<CaseQueue, 'secondLookUsdMinor'>,
  decision: { readonly measures: readonly Measure[]; readonly valueUsdMinor: bigint },
): boolean {
  const { secondLookUsdMinor } = queue;
  if (secondLookUsdMinor === null || decision.valueUsdMinor < secondLookUsdMinor) return false;
  return decision.measures.some(({ type }) => MOVES_MONEY.has(type) || type === 'suspend_account');
}

/** What takes something from the account, and so can be appealed. */
const ADVERSE: ReadonlySet<MeasureType> = new Set([
  'decline_holds',
  'restrict_account',
  'suspend_account',
  'refund',
  'list_entry',
  'warn',
]);

export const isAdverse = (decision: {
  readonly verdict: CaseVerdict;
  readonly measures: readonly Measure[];
}) => decision.verdict === 'confirmed' || decision.measures.some(({ type }) => ADVERSE.has(type));

/** What a decision says about its transactions; nothing when the person could not tell. */
export const labelOf = (verdict: CaseVerdict): 'fraud' | 'legitimate' | null =>
  verdict === 'confirmed' ? 'fraud' : verdict === 'cleared' ? 'legitimate' : null;
