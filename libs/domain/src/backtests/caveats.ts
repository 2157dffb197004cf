/**
 * Which facts a replay cannot put together exactly as they were. A result names those its rules read, so that nobody
 * takes it for more than it is.
 */
import type { CompiledRule } from '../risk/compile-ruleset.js';

export const CAVEATS = [
  'profile_today',
  'lists_without_removed',
  'money_back_today',
  'security_by_time',
  'content_missing',
  'links_today',
] as const;
export type CaveatCode = (typeof CAVEATS)[number];

/** By the start of a fact's path. What is not named here is stored or worked out again. */
const CAVEAT_OF: readonly (readonly [start: string, code: CaveatCode])[] = [
  ['account.ageBand', 'profile_today'],
  ['account.minor', 'profile_today'],
  ['account.hasGuardian', 'profile_today'],
  ['account.country', 'profile_today'],
  ['account.creator', 'profile_today'],
  ['account.status', 'profile_today'],
  ['account.emailDomain', 'profile_today'],
  ['counterparty.ageBand', 'profile_today'],
  ['counterparty.minor', 'profile_today'],
  ['counterparty.country', 'profile_today'],
  ['counterparty.creator', 'profile_today'],
  ['counterparty.status', 'profile_today'],
  ['payment.countryMismatch', 'profile_today'],
  ['lists.', 'lists_without_removed'],
  ['account.refunds', 'money_back_today'],
  ['account.refunded', 'money_back_today'],
  ['account.disputes', 'money_back_today'],
  ['account.credentialChanged', 'security_by_time'],
  ['account.signInFailures', 'security_by_time'],
  ['security.', 'security_by_time'],
  ['content.', 'content_missing'],
  ['links.score', 'links_today'],
  ['links.ring', 'links_today'],
  ['links.inCycle', 'links_today'],
  ['links.communitySize', 'links_today'],
  ['links.linkedToSuspended', 'links_today'],
  ['links.counterpartyRingScore', 'links_today'],
];

export interface Caveat {
  readonly code: CaveatCode;
  readonly facts: readonly string[];
  readonly rules: readonly string[];
}

export function caveatsOf(rules: Iterable<CompiledRule>): Caveat[] {
  const found = new Map<CaveatCode, { facts: Set<string>; rules: Set<string> }>();
  for (const { rule, paths } of rules) {
    for (const path of paths) {
      const fact = path.join('.');
      const code = CAVEAT_OF.find(([start]) => fact.startsWith(start))?.[1];
      if (!code) continue;
      const caveat = found.get(code) ?? { facts: new Set(), rules: new Set() };
      caveat.facts.add(fact);
      caveat.rules.add(rule.key);
      found.set(code, caveat);
    }
  }
  return CAVEATS.flatMap((code) => {
    const caveat = found.get(code);
    return caveat ? [{ code, facts: [...caveat.facts].sort(), rules: [...caveat.rules].sort() }] : [];
  });
}
