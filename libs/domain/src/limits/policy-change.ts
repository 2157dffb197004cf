import { fail, ok, type Result } from '../kernel/failure.js';
import type { Instant } from '../kernel/time.js';

/**
 * The versions of one policy tile time: at any moment at most one holds, and each ends where the next begins. A change
 * only ever moves what is still to come, so whatever held at a moment of the past can be told for ever.
 */
export interface PolicyVersion {
  readonly version: number;
  readonly effectiveFrom: Instant;
  readonly effectiveUntil: Instant | null;
}

/** What becomes of the versions there are. One that never comes to hold is withdrawn. */
export interface PolicyChange {
  readonly ends: readonly { readonly version: number; readonly effectiveUntil: Instant | null }[];
  readonly withdrawn: readonly number[];
}

export interface NextVersion extends PolicyChange {
  /** Where the new version ends: at the one that was to begin after it, if there is one. */
  readonly effectiveUntil: Instant | null;
}

/** Puts a version in from `from` on, which is now or to come. It takes the place of one that was to begin at that moment. */
export function planNextVersion(versions: readonly PolicyVersion[], from: Instant): NextVersion {
  const later = versions.filter((v) => v.effectiveFrom > from);
  return {
    effectiveUntil: later.length === 0 ? null : Math.min(...later.map((v) => v.effectiveFrom)),
    ends: versions
      .filter((v) => v.effectiveFrom < from && lasts(v, from))
      .map(({ version }) => ({ version, effectiveUntil: from })),
    withdrawn: versions.filter((v) => v.effectiveFrom === from).map(({ version }) => version),
  };
}

/**
 * Ends a version at `at`, now or later. One that has not begun by then is withdrawn, and the one before it goes on in its
 * place. Refusals in order: it is over already; the next version begins before then.
 */
export function planEnd(
  versions: readonly PolicyVersion[],
  ended: PolicyVersion,
  { at, now }: { readonly at: Instant; readonly now: Instant },
): Result<PolicyChange, 'policy.over' | 'policy.followed'> {
  const { version, effectiveFrom, effectiveUntil } = ended;
  if (!lasts(ended, now)) return fail('policy.over', { version });
  if (at <= effectiveFrom) {
    const before = versions.filter((v) => v.version !== version && v.effectiveUntil === effectiveFrom);
    return ok({ ends: before.map((v) => ({ version: v.version, effectiveUntil })), withdrawn: [version] });
  }
  const next = versions.find((v) => v.effectiveFrom > effectiveFrom && v.effectiveFrom < at);
  if (next !== undefined) return fail('policy.followed', { by: next.version });
  return ok({ ends: [{ version, effectiveUntil: at }], withdrawn: [] });
}

const lasts = ({ effectiveUntil }: PolicyVersion, at: Instant): boolean =>
  effectiveUntil === null || at < effectiveUntil;
