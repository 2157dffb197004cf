import type { BacktestRequest, RuleContent, RuleUnderTest } from '@coinwarden/contracts';
import {
  type BacktestBaseline,
  dayIn,
  type RuleEffectType,
  startOfDay,
  type TransactionKind,
} from '@coinwarden/domain';

export type DraftRuleset = Omit<Extract<BacktestRequest['target'], { type: 'draft' }>, 'type'>;

/** What the form holds, as it is typed. */
export interface BacktestDraft {
  readonly name: string;
  readonly type: BacktestRequest['target']['type'];
  readonly version: string;
  readonly key: string;
  readonly condition: string;
  readonly ruleKinds: readonly TransactionKind[];
  readonly effect: RuleEffectType;
  readonly score: string;
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly TransactionKind[];
  readonly countries: string;
  readonly samplePercent: string;
  readonly baseline: BacktestBaseline;
  readonly maturityDays: string;
}

/** The fields of a rule under test, as another page knows the rule. */
export const fieldsOfRule = ({
  key,
  condition,
  effect,
  score,
  kinds,
}: Pick<RuleContent, 'key' | 'condition' | 'effect' | 'score' | 'kinds'>): Partial<BacktestDraft> => ({
  key,
  condition,
  effect,
  score: String(score),
  ruleKinds: kinds ?? [],
});

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;

export const newDraft = (now: number, timeZone: string): BacktestDraft => ({
  name: '',
  type: 'version',
  version: '',
  key: '',
  condition: '',
  ruleKinds: [],
  effect: 'review',
  score: '50',
  from: dayIn(now - DEFAULT_DAYS * DAY_MS, timeZone),
  to: dayIn(now, timeZone),
  kinds: [],
  countries: '',
  samplePercent: '100',
  baseline: 'decided',
  maturityDays: '30',
});

/** What is sent; days are those of the console's zone, the last one included. */
export function requestOf(draft: BacktestDraft, timeZone: string, unsaved: DraftRuleset | null): object {
  const countries = draft.countries
    .split(/[\s,;]+/)
    .filter((code) => code !== '')
    .map((code) => code.toUpperCase());
  return {
    name: draft.name.trim(),
    target: targetOf(draft, unsaved),
    slice: {
      from: new Date(startOfDay(draft.from, timeZone)).toISOString(),
      to: new Date(startOfDay(draft.to, timeZone, 1)).toISOString(),
      ...(draft.kinds.length > 0 && { kinds: draft.kinds }),
      ...(countries.length > 0 && { countries }),
      samplePercent: Number(draft.samplePercent),
    },
    baseline: draft.baseline,
    maturityDays: Number(draft.maturityDays),
  };
}

function targetOf(draft: BacktestDraft, unsaved: DraftRuleset | null): object {
  if (draft.type === 'version') return { type: 'version', version: Number(draft.version) };
  if (draft.type === 'draft' && unsaved) return { type: 'draft', ...unsaved };
  const rule: Partial<RuleUnderTest> = {
    key: draft.key.trim(),
    condition: draft.condition,
    effect: draft.effect,
    score: Number(draft.score),
    ...(draft.ruleKinds.length > 0 && { kinds: [...draft.ruleKinds] }),
  };
  return { type: 'rule', rule };
}

export const isComplete = (draft: BacktestDraft): boolean =>
  draft.name.trim() !== '' &&
  draft.from !== '' &&
  draft.to !== '' &&
  (draft.type === 'version'
    ? draft.version !== ''
    : draft.type === 'draft' || (draft.key.trim() !== '' && draft.condition.trim() !== ''));
