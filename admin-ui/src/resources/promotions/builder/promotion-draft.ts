import type { PromotionContents, StaffPromotion } from '@coinwarden/contracts';
import { DAY, dayIn, inputTime, type PromotionEffect, startOfDay } from '@coinwarden/domain';

/** A promotion as it is typed: numbers are texts, and what is left empty is not set. */
export interface PromotionDraft {
  /** Null while it follows the name. */
  readonly promotionId: string | null;
  readonly name: string;
  readonly effect: PromotionEffect;
  readonly value: string;
  readonly everyPackage: boolean;
  readonly packageIds: readonly string[];
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly timeZone: string;
  readonly everybody: boolean;
  readonly audience: string;
  readonly codes: 'none' | 'shared' | 'single';
  readonly code: string;
  readonly budgetCoins: string;
  readonly usesPerAccount: string;
  readonly exclusiveGroup: string;
  readonly holdoutPercent: string;
  readonly priority: string;
  readonly pauseAbusePercent: string;
  readonly pausePacePercent: string;
}

const WEEK_DAYS = 7;

/** A week from tomorrow's midnight on, by the clock of the zone. */
export function newDraft(now: number, timeZone: string): PromotionDraft {
  const today = dayIn(now, timeZone);
  const midnight = (days: number) => inputTime(startOfDay(today, timeZone, days), timeZone);
  return {
    promotionId: null,
    name: '',
    effect: 'bonus_percent',
    value: '10',
    everyPackage: true,
    packageIds: [],
    startsLocal: midnight(1),
    endsLocal: midnight(1 + WEEK_DAYS),
    timeZone,
    everybody: true,
    audience: '',
    codes: 'none',
    code: '',
    budgetCoins: '',
    usesPerAccount: '',
    exclusiveGroup: '',
    holdoutPercent: '',
    priority: '0',
    pauseAbusePercent: '',
    pausePacePercent: '',
  };
}

const typed = (value: number | null) => (value === null ? '' : String(value));

export const draftOf = (p: StaffPromotion): PromotionDraft => ({
  promotionId: p.id,
  name: p.name,
  effect: p.effect,
  value: String(p.value),
  everyPackage: p.packageIds.length === 0,
  packageIds: p.packageIds,
  startsLocal: p.startsLocal,
  endsLocal: p.endsLocal,
  timeZone: p.timeZone,
  everybody: p.audience === null,
  audience: p.audience ?? '',
  codes: p.singleUseCodes ? 'single' : p.code === null ? 'none' : 'shared',
  code: p.code ?? '',
  budgetCoins: typed(p.budgetCoins),
  usesPerAccount: typed(p.usesPerAccount),
  exclusiveGroup: p.exclusiveGroup ?? '',
  holdoutPercent: p.holdoutPercent === 0 ? '' : String(p.holdoutPercent),
  priority: String(p.priority),
  pauseAbusePercent: typed(p.pauseAbusePercent),
  pausePacePercent: typed(p.pausePacePercent),
});

/** Another one like it: its id and its code are its own, and a window that is over is moved to come. */
export function copyOf(p: StaffPromotion, name: string, now: number): PromotionDraft {
  const draft = { ...draftOf(p), promotionId: null, name, code: '' };
  if (Date.parse(p.startsAt) > now) return draft;
  const weeks = Math.ceil((now + DAY - Date.parse(p.startsAt)) / (WEEK_DAYS * DAY));
  const later = (local: string) =>
    new Date(Date.parse(`${local}Z`) + weeks * WEEK_DAYS * DAY).toISOString().slice(0, 16);
  return { ...draft, startsLocal: later(p.startsLocal), endsLocal: later(p.endsLocal) };
}

const MARKS = /\p{M}/gu;
const LONGEST_ID = 60;

/** An id that reads like the name: `Weihnachten für Alle!` is `weihnachten-fur-alle`. */
export const idOfName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_ID);

export const idOf = ({ promotionId, name }: PromotionDraft): string => (promotionId ?? idOfName(name)).trim();

/** What is written about a promotion, without what became of it. */
export const contentsOfRecord = (p: StaffPromotion): PromotionContents => ({
  name: p.name,
  effect: p.effect,
  value: p.value,
  packageIds: p.packageIds,
  audience: p.audience,
  code: p.code,
  singleUseCodes: p.singleUseCodes,
  startsLocal: p.startsLocal,
  endsLocal: p.endsLocal,
  timeZone: p.timeZone,
  budgetCoins: p.budgetCoins,
  usesPerAccount: p.usesPerAccount,
  exclusiveGroup: p.exclusiveGroup,
  holdoutPercent: p.holdoutPercent,
  priority: p.priority,
  pauseAbusePercent: p.pauseAbusePercent,
  pausePacePercent: p.pausePacePercent,
});
