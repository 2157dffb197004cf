import {
  ACCOUNT_RISKS,
  ANY_PROVIDER,
  CLAWBACK_CAUSES,
  CLAWBACK_STEPS,
  DISPUTE_CATEGORIES,
  EARLY_KINDS,
  type MoneyBackPolicyKind,
  PAYMENT_PROVIDERS,
  REFUND_OUTCOMES,
  REQUESTER_KINDS,
} from '@coinwarden/domain';

/** How a value is written, typed and compared. Amounts of money are US cents. */
export type FieldType =
  | 'text'
  | 'code'
  | 'count'
  | 'coins'
  | 'days'
  | 'hours'
  | 'percent'
  | 'permille'
  | 'usd'
  | 'day'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'lines';

export interface Field {
  readonly key: string;
  readonly type: FieldType;
  /** What may be chosen, and the section of the catalogue that says it. */
  readonly options?: readonly string[];
  readonly words?: string;
  /** Empty means: no limit. */
  readonly nullable?: true;
  readonly wide?: true;
}

export type Row = Readonly<Record<string, unknown>>;

export type Part =
  | { readonly kind: 'fields'; readonly path: string; readonly fields: readonly Field[] }
  | {
      readonly kind: 'table';
      readonly path: string;
      readonly fields: readonly Field[];
      /** The first row that fits decides, so their order means something. */
      readonly ordered: boolean;
      /** What tells rows apart from one version to the next. */
      readonly identity: (row: Row) => string;
      readonly blank: Row;
    }
  | {
      readonly kind: 'steps';
      readonly path: string;
      readonly options: readonly string[];
      readonly words: string;
    };

const usd = (key: string): Field => ({ key, type: 'usd' });
const days = (key: string): Field => ({ key, type: 'days' });
const hours = (key: string): Field => ({ key, type: 'hours' });
const count = (key: string): Field => ({ key, type: 'count' });
const permille = (key: string): Field => ({ key, type: 'permille' });
const requesters: Field = {
  key: 'requesters',
  type: 'choices',
  options: REQUESTER_KINDS,
  words: 'requester',
};
const outcome: Field = { key: 'outcome', type: 'choice', options: REFUND_OUTCOMES, words: 'refund_outcome' };
const why: Field = { key: 'why', type: 'text', wide: true };
const thresholds = [count('refundsIn90Days'), count('lostDisputes'), days('youngerThanDays')];

const fields = (path: string, of: readonly Field[]): Part => ({ kind: 'fields', path, fields: of });
const steps = (path: string): Part => ({
  kind: 'steps',
  path,
  options: CLAWBACK_STEPS,
  words: 'clawback_step',
});

/** What each kind of policy is made of: from this it is shown, edited and compared. */
export const POLICY_PARTS: Readonly<Record<MoneyBackPolicyKind, readonly Part[]>> = {
  refund: [
    {
      kind: 'table',
      path: 'rows',
      ordered: true,
      identity: (row) => String(row['rowId']),
      blank: {
        rowId: '',
        requesters: ['agent'],
        maxAmountUsdMinor: 1_000,
        maxAgeDays: 14,
        maxSpentPercent: 10,
        risks: ['low'],
        outcome: 'second_person',
        why: '',
      },
      fields: [
        { key: 'rowId', type: 'code' },
        requesters,
        { ...usd('maxAmountUsdMinor'), nullable: true },
        { ...days('maxAgeDays'), nullable: true },
        { key: 'maxSpentPercent', type: 'percent', nullable: true },
        { key: 'risks', type: 'choices', options: ACCOUNT_RISKS, words: 'account_risk' },
        outcome,
        why,
      ],
    },
    fields('otherwise', [outcome, why]),
    fields('risk.elevated', thresholds),
    fields('risk.high', thresholds),
    fields('dueHours', ['requested', 'pending_approval', 'approved', 'processing', 'failed'].map(hours)),
    fields('bulk', [count('maxItems'), usd('secondPersonAboveUsdMinor')]),
  ],
  reasons: [
    {
      kind: 'table',
      path: 'reasons',
      ordered: false,
      identity: (row) => String(row['code']),
      blank: { code: '', label: '', requesters: ['agent'], noteRequired: false, cause: 'refund' },
      fields: [
        { key: 'code', type: 'code' },
        { key: 'label', type: 'text', wide: true },
        requesters,
        { key: 'noteRequired', type: 'flag' },
        { key: 'cause', type: 'choice', options: CLAWBACK_CAUSES, words: 'clawback_cause' },
      ],
    },
  ],
  clawback: [
    steps('waterfall.refund'),
    steps('waterfall.dispute'),
    steps('waterfall.fraud'),
    fields('', [{ key: 'maxDebtCoins', type: 'coins' }]),
  ],
  risk_window: [
    {
      kind: 'table',
      path: 'rules',
      ordered: true,
      identity: (row) => `${row['provider']}:${row['accountYoungerThanDays'] ?? ''}`,
      blank: { provider: ANY_PROVIDER, accountYoungerThanDays: null, days: 7 },
      fields: [
        {
          key: 'provider',
          type: 'choice',
          options: [...PAYMENT_PROVIDERS, ANY_PROVIDER],
          words: 'payment_provider',
        },
        { ...days('accountYoungerThanDays'), nullable: true },
        days('days'),
      ],
    },
  ],
  dispute: [
    fields('costs', ['feeUsdMinor', 'handlingUsdMinor', 'ratioUsdMinor'].map(usd)),
    fields('refundUpToUsdMinor', EARLY_KINDS.map(usd)),
    fields('becomesDisputePermille', EARLY_KINDS.map(permille)),
    fields('winPermille', DISPUTE_CATEGORIES.map(permille)),
    fields('', [permille('writeOffPermille'), hours('atRiskHours')]),
    {
      kind: 'table',
      path: 'terms',
      ordered: false,
      identity: (row) => `${row['title']} ${row['version']}`,
      blank: { title: '', version: '', shownSince: '', disclosure: '', clauses: [] },
      fields: [
        { key: 'title', type: 'text' },
        { key: 'version', type: 'text' },
        { key: 'shownSince', type: 'day' },
        { key: 'disclosure', type: 'text', wide: true },
        { key: 'clauses', type: 'lines', wide: true },
      ],
    },
  ],
};

export const POLICY_KINDS = Object.keys(POLICY_PARTS) as MoneyBackPolicyKind[];
