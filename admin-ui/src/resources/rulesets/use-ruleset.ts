import type { RulesetDiffView, StaffRule, StaffRuleset } from '@coinwarden/contracts';
import { useQuery } from '@tanstack/react-query';
import { useGetList } from 'react-admin';
import { readJson } from '../../providers/http';

const MAX_RULES = 200;

export const useRules = (version: number) =>
  useGetList<StaffRule>('rules', {
    filter: { rulesetVersion: version },
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: MAX_RULES },
  });

/** The version that judges now. */
export function useLiveVersion(): number | null {
  const { data } = useGetList<StaffRuleset>('rulesets', { filter: { status: 'live' } });
  return data?.[0]?.version ?? null;
}

/** Read anew whenever something on the page was done: `stamp` is the version's own change. */
export function useRulesetPart<T>(ruleset: StaffRuleset, part: string, stamp = ruleset.changedAt) {
  return useQuery<T>({
    queryKey: ['rulesets', ruleset.id, part, stamp],
    queryFn: ({ signal }) => readJson<T>(`rulesets/${ruleset.id}/${part}`, signal),
  });
}

export const useDiff = (ruleset: StaffRuleset, against: number) =>
  useRulesetPart<RulesetDiffView>(ruleset, `diff?against=${against}`);
