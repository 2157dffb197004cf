import type { SearchAnswer } from '@coinwarden/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readJson } from '../providers/http';

const PAUSE_MS = 150;

/**
 * Asks when the typing pauses. An answer belongs to the text it was asked for: an earlier question that is answered later
 * is given up, and until the next answer is there the last one stays in place.
 */
export function useSearch(typed: string) {
  const text = usePaused(typed.trim());
  const { data, isFetching, isPlaceholderData, error, refetch } = useQuery<SearchAnswer>({
    queryKey: ['search', text],
    queryFn: ({ signal }) => readJson<SearchAnswer>(`search?q=${encodeURIComponent(text)}`, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
  const waiting = typed.trim() !== text || (isFetching && (isPlaceholderData || data === undefined));
  return {
    answer: text === '' || typed.trim() === '' ? undefined : data,
    waiting,
    error: waiting ? null : error,
    refetch,
  };
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
