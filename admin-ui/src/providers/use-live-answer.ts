import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sendJson } from './http';

const PAUSE_MS = 350;

/**
 * What the server says to something while it is typed: asked when the typing pauses, and the last answer stays until the
 * next one is there. `settled` is false while what is shown is of what was typed before.
 */
export function useLiveAnswer<Answer>(path: string, request: object | null) {
  const text = request && JSON.stringify(request);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, error, isSuccess, isPlaceholderData, refetch } = useQuery({
    queryKey: [path, asked],
    queryFn: () => sendJson<Answer>('POST', path, JSON.parse(asked!)),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  const settled = asked !== null && asked === text && isSuccess && !isPlaceholderData;
  return { answer: asked === null ? undefined : data, error, settled, again: () => void refetch() };
}
