import type { AlertKind } from './alert.js';
import type { CaseVerdict } from './case.js';
import type { Measure } from './measure.js';

/** A short text beside the case that says what the house thinks; decisions cite it by code and version. */
export interface CasePolicy {
  readonly code: string;
  readonly title: string;
  readonly guidance: string;
  /** Cases it is shown with; empty: all. */
  readonly kinds: readonly AlertKind[];
  /** Decisions that may cite it. */
  readonly verdicts: readonly CaseVerdict[];
}

/** A decision that people take often, under a name: verdict, policy and measures at once. */
export interface CaseMacro {
  readonly macroId: string;
  readonly name: string;
  readonly description: string;
  readonly kinds: readonly AlertKind[];
  readonly verdict: CaseVerdict;
  readonly policy: string;
  readonly measures: readonly Measure[];
}

export const fits = (
  { kinds }: { readonly kinds: readonly AlertKind[] },
  of: readonly AlertKind[],
): boolean => kinds.length === 0 || kinds.some((kind) => of.includes(kind));
