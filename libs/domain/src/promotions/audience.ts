/**
 * Whom a promotion is for: a condition over the account, in the language of rules but reading nothing of the purchase, so
 * that who belongs to it can be counted before anybody buys. An audience that fails on an account does not have it.
 */
import type { Account } from '../accounts/account.js';
import { moneyBackOf30Days } from '../accounts/money-back-history.js';
import { DAY, HOUR, type Instant } from '../kernel/time.js';
import { checkCondition } from '../risk/check-condition.js';
import { bool, type FactFields, group, int, string, type ViewOf, viewClass } from '../risk/fact.js';
import { type Condition, quickCondition } from '../risk/quick-condition.js';
import { describeRuleContext, type FactDoc, ruleEnvironment } from '../risk/rule-environment.js';
import { emailDomainOf, isMinor } from '../risk/rule-input.js';
import type { FoundProblem } from '../risk/rule-problem.js';
import { VelocityReading } from '../risk/velocity-reading.js';
import type { VelocityState } from '../risk/velocity-state.js';

/** All that audiences read of an account's row. */
export type AudienceAccount = Pick<
  Account,
  | 'accountId'
  | 'createdAt'
  | 'country'
  | 'timeZone'
  | 'ageBand'
  | 'creator'
  | 'email'
  | 'guardianAccountId'
  | 'moneyBack'
>;

/** An account as its audience is asked about it. */
export interface AudienceSubject {
  readonly account: AudienceAccount;
  readonly at: Instant;
  /** Purchases of the 30 days before, and what they cost in US cents; asked only when an audience reads them. */
  readonly bought30d: () => { readonly purchases: number; readonly usdMinor: number };
}

/** The subject of an account whose past is kept as velocity; of an account that never did anything there is none. */
export const audienceSubject = (
  account: AudienceAccount,
  velocity: VelocityState | null,
  at: Instant,
): AudienceSubject => ({
  account,
  at,
  bought30d: () => {
    if (velocity === null) return { purchases: 0, usdMinor: 0 };
    const reading = new VelocityReading(velocity, at);
    return { purchases: reading.count('d30', 'purchases'), usdMinor: reading.sum('d30', 'purchases') };
  },
});

export interface Audience {
  readonly source: string;
  /** Whether it reads what was bought lately. */
  readonly readsPurchases: boolean;
  readonly holds: (subject: AudienceSubject) => boolean;
}

const age = ({ account, at }: AudienceSubject, unit: number) =>
  Math.max(0, Math.floor((at - account.createdAt) / unit));

const ACCOUNT = {
  id: string('Account id', (s: AudienceSubject) => s.account.accountId),
  ageHours: int('Hours since sign-up', (s: AudienceSubject) => age(s, HOUR)),
  ageDays: int('Days since sign-up', (s: AudienceSubject) => age(s, DAY)),
  ageBand: string('under13, 13-15, 16-17, adult or unknown', (s: AudienceSubject) => s.account.ageBand),
  minor: bool('Whether the age band is below 18', (s: AudienceSubject) => isMinor(s.account)),
  hasGuardian: bool(
    'Whether a guardian is linked',
    (s: AudienceSubject) => s.account.guardianAccountId !== null,
  ),
  country: string('Country of the account', (s: AudienceSubject) => s.account.country),
  timeZone: string('Time zone of the account', (s: AudienceSubject) => s.account.timeZone),
  creator: bool('Whether the account is a creator', (s: AudienceSubject) => s.account.creator),
  emailDomain: string('Domain of the e-mail address', (s: AudienceSubject) => emailDomainOf(s.account)),
  purchases30d: int('Purchases of the last 30 days', (s: AudienceSubject) => s.bought30d().purchases),
  spentUsdMinor30d: int(
    'Money spent on purchases in the last 30 days, in US cents',
    (s: AudienceSubject) => s.bought30d().usdMinor,
  ),
  refunds30d: int(
    'Refunds of the last 30 days, those on their way included',
    (s: AudienceSubject) => moneyBackOf30Days(s.account.moneyBack, s.at).refunds,
  ),
  disputes: int(
    'Disputes of its purchases ever, those won included',
    (s: AudienceSubject) => s.account.moneyBack.disputes,
  ),
};

/** The facts found by `bought30d`. */
const BOUGHT: ReadonlySet<string> = new Set([
  'purchases30d',
  'spentUsdMinor30d',
] satisfies (keyof typeof ACCOUNT)[]);

export const AUDIENCE_CONTEXT = {
  account: group(
    { type: 'AudienceAccount', description: 'Who would buy', from: (s: AudienceSubject) => s },
    ACCOUNT,
  ),
} satisfies FactFields<AudienceSubject>;

type AudienceContext = ViewOf<typeof AUDIENCE_CONTEXT>;

const Root = viewClass<AudienceSubject>('AudienceContext', AUDIENCE_CONTEXT);
const environment = ruleEnvironment(AUDIENCE_CONTEXT);

/** Every fact an audience may read. */
export const describeAudience = (): FactDoc[] => describeRuleContext(AUDIENCE_CONTEXT);

export type AudienceCheck =
  | { readonly ok: true; readonly value: Audience }
  | { readonly ok: false; readonly problems: readonly FoundProblem[] };

export function compileAudience(source: string): AudienceCheck {
  const checked = checkCondition(source, environment, AUDIENCE_CONTEXT);
  if ('problems' in checked) return { ok: false, problems: checked.problems };
  const condition = quickCondition<AudienceContext>(checked.parsed, AUDIENCE_CONTEXT);
  const readsPurchases = checked.paths.some((path) => BOUGHT.has(path[1] ?? ''));
  return { ok: true, value: { source, readsPurchases, holds: (subject) => holdsFor(condition, subject) } };
}

/** The same for one that compiled when it was written; nobody belongs to what another build no longer understands. */
export function soundAudience(source: string): Audience {
  const checked = compileAudience(source);
  return checked.ok ? checked.value : { source, readsPurchases: false, holds: () => false };
}

function holdsFor(condition: Condition<AudienceContext>, subject: AudienceSubject): boolean {
  try {
    return condition(new Root(subject) as object as AudienceContext);
  } catch {
    return false;
  }
}
