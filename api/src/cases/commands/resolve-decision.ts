import type { CaseDecisionRequest } from '@coinwarden/contracts';
import { type CaseVerdict, contradiction, type Measure, missingForMeasures } from '@coinwarden/domain';
import type { StaffActor } from '../../platform/access/actor.js';
import type { Queryable } from '../../platform/database/sql.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readMacros, readPolicies } from '../persistence/guidance.store.js';
import { invalid } from './case-context.js';

/** What somebody decides, with everything a macro left to say filled in. */
export interface ResolvedDecision {
  readonly verdict: CaseVerdict;
  readonly policy: { readonly code: string; readonly version: number; readonly title: string };
  readonly macro: { readonly id: string; readonly version: number } | null;
  readonly measures: readonly Measure[];
  readonly note: string | null;
}

/** Throws `request.invalid` for what does not fit together, `auth.forbidden` for measures this person may not take. */
export async function resolveDecision(
  db: Queryable,
  staff: StaffActor,
  request: CaseDecisionRequest,
): Promise<ResolvedDecision> {
  const macros = request.macroId === undefined ? [] : await readMacros(db);
  const macro = macros.find(({ macroId, retired }) => macroId === request.macroId && !retired);
  if (request.macroId !== undefined && !macro) throw invalid('/macroId', 'is no current macro');
  const verdict = request.verdict ?? macro?.verdict;
  if (verdict === undefined) throw invalid('/verdict', 'is required without a macro');
  const code = request.policy ?? macro?.policy;
  if (code === undefined) throw invalid('/policy', 'is required without a macro');
  const policy = (await readPolicies(db)).find((one) => one.code === code && !one.retired);
  if (!policy) throw invalid('/policy', 'is no current policy');
  if (!policy.verdicts.includes(verdict))
    throw invalid('/verdict', `does not fit the policy ${policy.title}`);
  const measures = request.measures ?? macro?.measures ?? [];
  const both = contradiction(measures);
  if (both) throw invalid('/measures', `holds both ${both[0]} and ${both[1]}`);
  expectPermitted(staff, measures);
  const { version, title } = policy;
  return {
    verdict,
    policy: { code, version, title },
    macro: macro ? { id: macro.macroId, version: macro.version } : null,
    measures,
    note: request.note ?? null,
  };
}

export function expectPermitted(staff: StaffActor, measures: readonly Measure[]): void {
  const missing = missingForMeasures(measures, staff.permissions);
  if (missing.length === 0) return;
  throw new ProblemError('auth.forbidden', `These measures need the permission ${missing.join(', ')}.`);
}
