import type { PromotionContents } from '@coinwarden/contracts';
import { compileAudience, MAX_HOLDOUT_PERCENT, MAX_PROMOTION_VALUE, readWindow } from '@coinwarden/domain';
import type { PromotionDraft } from './promotion-draft';

/** What does not fit, as a key of the catalogue with its values. */
export interface Misfit {
  readonly key: string;
  readonly values?: Readonly<Record<string, number>>;
}

type NumberField = Extract<
  keyof PromotionDraft,
  | 'value'
  | 'budgetCoins'
  | 'usesPerAccount'
  | 'holdoutPercent'
  | 'priority'
  | 'pauseAbusePercent'
  | 'pausePacePercent'
>;

const RANGES: Readonly<Record<Exclude<NumberField, 'value'>, readonly [number, number]>> = {
  budgetCoins: [1, Number.MAX_SAFE_INTEGER],
  usesPerAccount: [1, 1_000_000],
  holdoutPercent: [0, MAX_HOLDOUT_PERCENT],
  priority: [-1_000, 1_000],
  pauseAbusePercent: [1, 100],
  pausePacePercent: [101, 10_000],
};

const wholeOf = (text: string): number | null => (/^-?\d{1,16}$/.test(text) ? Number(text) : null);

export interface ReadDraft {
  /** As it is sent; null while something is missing or does not fit. */
  readonly contents: PromotionContents | null;
  /** Fields that are still to be filled in. */
  readonly missing: readonly (keyof PromotionDraft)[];
  readonly wrong: Readonly<Partial<Record<keyof PromotionDraft, Misfit>>>;
}

/** What a draft says, and what is still between it and a promotion. The server looks again. */
export function readDraft(draft: PromotionDraft): ReadDraft {
  const wrong: Partial<Record<keyof PromotionDraft, Misfit>> = {};
  const number = (field: NumberField): number | null => {
    const text = draft[field].trim();
    if (text === '') return null;
    const [min, max] = field === 'value' ? [1, MAX_PROMOTION_VALUE[draft.effect]] : RANGES[field];
    const value = wholeOf(text);
    if (value !== null && value >= min && value <= max) return value;
    wrong[field] = { key: max === Number.MAX_SAFE_INTEGER ? 'whole' : 'between', values: { min, max } };
    return null;
  };
  const contents: PromotionContents = {
    name: draft.name.trim(),
    effect: draft.effect,
    value: number('value') ?? 0,
    packageIds: draft.everyPackage ? [] : [...draft.packageIds],
    audience: draft.everybody ? null : draft.audience.trim(),
    code: draft.codes === 'shared' ? draft.code.trim() : null,
    singleUseCodes: draft.codes === 'single',
    startsLocal: draft.startsLocal,
    endsLocal: draft.endsLocal,
    timeZone: draft.timeZone,
    budgetCoins: number('budgetCoins'),
    usesPerAccount: number('usesPerAccount'),
    exclusiveGroup: draft.exclusiveGroup.trim() || null,
    // Whoever gives a code is never held out: the field is not there then.
    holdoutPercent: draft.codes === 'none' ? (number('holdoutPercent') ?? 0) : 0,
    priority: number('priority') ?? 0,
    pauseAbusePercent: number('pauseAbusePercent'),
    // Without a budget there is no pace.
    pausePacePercent: draft.budgetCoins.trim() === '' ? null : number('pausePacePercent'),
  };
  const missing = missingOf(draft);
  const window = missing.includes('startsLocal') || missing.includes('endsLocal') ? null : readWindow(draft);
  if (window && window.endsAt <= window.startsAt) wrong.endsLocal = { key: 'ends_before' };
  if (
    draft.codes === 'shared' &&
    !missing.includes('code') &&
    !/^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/.test(draft.code.trim())
  )
    wrong.code = { key: 'code' };
  const unsound =
    contents.audience !== null && contents.audience !== '' && !compileAudience(contents.audience).ok;
  if (unsound) wrong.audience = { key: 'audience' };
  const whole = missing.length === 0 && Object.keys(wrong).length === 0;
  return { contents: whole ? contents : null, missing, wrong };
}

function missingOf(draft: PromotionDraft): (keyof PromotionDraft)[] {
  const missing: (keyof PromotionDraft)[] = [];
  if (draft.name.trim() === '') missing.push('name');
  if (draft.value.trim() === '') missing.push('value');
  if (!draft.everyPackage && draft.packageIds.length === 0) missing.push('packageIds');
  if (draft.startsLocal === '') missing.push('startsLocal');
  if (draft.endsLocal === '') missing.push('endsLocal');
  if (!draft.everybody && draft.audience.trim() === '') missing.push('audience');
  if (draft.codes === 'shared' && draft.code.trim() === '') missing.push('code');
  return missing;
}

const UNNAMED = '…';

/** What is looked at while it is written: a name changes nothing of what a buyer gets. */
export const previewedContents = (draft: PromotionDraft): PromotionContents | null =>
  readDraft(draft.name.trim() === '' ? { ...draft, name: UNNAMED } : draft).contents;
