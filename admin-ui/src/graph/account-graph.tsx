import type { AccountLinks } from '@coinwarden/contracts';
import { Box, Skeleton, Typography } from '@mui/material';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../display/error-state';
import { Section } from '../display/section';
import { readJson } from '../providers/http';
import { useMay } from '../providers/use-may';
import { GraphExplorer } from './graph-explorer';
import { EVERY_LINK, type GraphFilter, GraphFilters } from './graph-filters';
import { merged } from './graph-model';
import { ScoreParts } from './score-parts';

const DAY_MS = 86_400_000;
/** The centre may bring thousands; whom somebody expands, a few hundred more. */
const LIMITS = { center: 2_000, expanded: 300 };

/** To whom an account is tied, as far as somebody wants to follow. For account and case pages. */
export const AccountGraph = ({ accountId, height }: { accountId: string; height?: number | undefined }) =>
  useMay('ring.read') ? <Explorer key={accountId} accountId={accountId} height={height} /> : null;

function Explorer({ accountId, height }: { accountId: string; height: number | undefined }) {
  const translate = useTranslate();
  const [filter, setFilter] = useState<GraphFilter>(EVERY_LINK);
  const [expanded, setExpanded] = useState<readonly string[]>([]);
  const { answers, error, isPending, refetch } = useQueries({
    queries: [accountId, ...expanded].map((id) => ({
      queryKey: ['accounts', 'links', id, filter, id === accountId],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        readJson<AccountLinks>(pathOf(id, filter, id === accountId), signal),
      placeholderData: keepPreviousData,
    })),
    combine: (results) => ({
      answers: results.flatMap(({ data }) => (data ? [data] : [])),
      error: results.find((result) => result.error)?.error ?? null,
      isPending: results[0]?.isPending ?? true,
      refetch: () => Promise.all(results.map((result) => result.refetch())),
    }),
  });
  const known = answers
    .map((answer) => answer.accountId + answer.accounts.length + answer.gifts.length)
    .join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same answers are the same graph, whatever object holds them.
  const linked = useMemo(() => merged(answers), [known, filter]);
  const center = answers[0];
  return (
    <Section title={translate('graph.title')} hint={translate('graph.title_hint')}>
      <GraphFilters value={filter} onChange={setFilter} />
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending || !center ? (
        <Skeleton variant="rounded" height={height ?? 460} />
      ) : (
        <>
          <ScoreParts score={center.score} parts={center.parts} communitySize={center.communitySize} />
          {linked.accounts.length === 1 ? (
            <Box sx={{ paddingY: 3, textAlign: 'center', color: 'var(--muted)' }}>
              {translate('graph.alone')}
            </Box>
          ) : (
            <GraphExplorer
              linked={linked}
              center={accountId}
              onExpand={(id) => setExpanded([...expanded, id])}
              isExpanded={(id) => id === accountId || expanded.includes(id)}
              height={height}
            />
          )}
          {answers.some((answer) => answer.truncated) && (
            <Typography variant="body2" sx={{ color: 'var(--muted)', marginTop: 1 }}>
              {translate('graph.truncated')}
            </Typography>
          )}
        </>
      )}
    </Section>
  );
}

function pathOf(id: string, { kinds, hops, days, minCoins }: GraphFilter, isCenter: boolean): string {
  const query = new URLSearchParams({
    hops: String(isCenter ? hops : 1),
    kinds: kinds.join(),
    minCoins: String(minCoins),
    limit: String(isCenter ? LIMITS.center : LIMITS.expanded),
    ...(days > 0 && { from: new Date(startOfHour() - days * DAY_MS).toISOString() }),
  });
  return `accounts/${encodeURIComponent(id)}/links?${query}`;
}

const startOfHour = () => Math.floor(Date.now() / 3_600_000) * 3_600_000;
