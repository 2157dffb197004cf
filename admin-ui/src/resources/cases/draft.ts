import type { CaseMeasureRequest, StaffCaseMacro } from '@coinwarden/contracts';
import type { CaseVerdict } from '@coinwarden/domain';

/** A decision as it is put together; nothing of it is sent before it is confirmed. */
export interface Draft {
  /** Only while the decision is exactly the macro's. */
  readonly macroId: string | null;
  readonly verdict: CaseVerdict | null;
  readonly policy: string | null;
  readonly measures: readonly CaseMeasureRequest[];
}

export const EMPTY_DRAFT: Draft = { macroId: null, verdict: null, policy: null, measures: [] };

export const draftOf = ({ id, verdict, policy, measures }: StaffCaseMacro): Draft => ({
  macroId: id,
  verdict,
  policy,
  measures,
});

export const complete = (draft: Draft): boolean => draft.verdict !== null && draft.policy !== null;

/** Said in full also where it is a macro's: what was on screen counts, whatever became of the macro since. */
export const requestOf = ({ macroId, verdict, policy, measures }: Draft) => ({
  verdict,
  policy,
  measures,
  ...(macroId !== null && { macroId }),
});
