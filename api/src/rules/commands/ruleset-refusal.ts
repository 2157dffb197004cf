import type { RuleProblem, RulesetAction, RulesetRefusal, RulesetStatus } from '@coinwarden/domain';
import { ProblemError } from '../../platform/http/problem-error.js';

interface Situation {
  readonly action: RulesetAction;
  readonly status: RulesetStatus;
  readonly shadowVersion: number | null;
  readonly liveVersion: number | null;
}

/** A refusal of the machine as the caller is told. */
export function refusalOf(refusal: RulesetRefusal, situation: Situation): ProblemError {
  const { action, status, shadowVersion, liveVersion } = situation;
  switch (refusal) {
    case 'forbidden':
      return new ProblemError('auth.forbidden', `Your role does not permit "${action}".`);
    case 'not_allowed':
      return new ProblemError(
        'action.not_allowed',
        `A version that is ${status} is not open to "${action}".`,
      );
    case 'self_approval':
      return new ProblemError(
        'ruleset.self_approval',
        'You wrote or submitted part of this version; somebody else approves it.',
      );
    case 'reason_required':
      return new ProblemError('action.reason_required', undefined, [
        { pointer: '/reason', detail: 'is required' },
      ]);
    case 'unsound':
      return unsound([]);
    case 'shadow_taken':
      return new ProblemError(
        'ruleset.shadow_taken',
        `Version ${shadowVersion} is in shadow; stop it first.`,
      );
    case 'live_changed':
      return new ProblemError(
        'ruleset.live_changed',
        `Version ${liveVersion} is live. Look at what would change against it, and approve that.`,
        [{ pointer: '/replaces', detail: `is ${liveVersion}` }],
      );
  }
}

const MAX_PROBLEMS = 50;

/** Everything that is wrong, each with its place: `/rules/<key>/condition`, and where in the condition. */
export const unsound = (problems: readonly RuleProblem[]): ProblemError =>
  new ProblemError(
    'ruleset.unsound',
    undefined,
    problems.slice(0, MAX_PROBLEMS).map(({ key, field, message, start, end }) => ({
      pointer: key === null ? `/${field}` : `/rules/${key}/${field}`,
      detail: start === undefined ? message : `${message} (characters ${start} to ${end})`,
    })),
  );
