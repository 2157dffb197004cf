import type { DISPUTE_REPORT_GROUPS, DisputeReport } from '@coinwarden/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readJson } from '../../../providers/http';

export type ReportGroup = (typeof DISPUTE_REPORT_GROUPS)[number];
export const RESULT_DAYS = [30, 90, 365] as const;
export type ResultDays = (typeof RESULT_DAYS)[number];

const DAY_MS = 86_400_000;

/** What became of the disputes opened in the last so many days; the question stays the same all day. */
export function useResults(days: ResultDays, by: ReportGroup) {
  const to = Math.ceil(Date.now() / DAY_MS) * DAY_MS;
  const query = new URLSearchParams({
    from: new Date(to - days * DAY_MS).toISOString(),
    to: new Date(to).toISOString(),
    by,
  }).toString();
  return useQuery({
    queryKey: ['disputes', 'results', query],
    queryFn: ({ signal }) => readJson<DisputeReport>(`reports/disputes?${query}`, signal),
    placeholderData: keepPreviousData,
  });
}
