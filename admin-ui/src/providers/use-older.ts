import { useInfiniteQuery } from '@tanstack/react-query';
import { readJson } from './http';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

interface OlderOptions {
  readonly key: readonly unknown[];
  readonly path: string;
  /** What narrows it; every page is asked for with the same. */
  readonly query?: Readonly<Record<string, string | number>>;
  /** What the API calls the place where a page goes on. */
  readonly cursorName?: 'cursor' | 'before';
}

/** A list that goes back in time by the cursors the server hands out, never by counting rows. */
export function useOlder<Item, Answer extends Page<Item> = Page<Item>>(options: OlderOptions) {
  const { key, path, query = {}, cursorName = 'cursor' } = options;
  const asked = useInfiniteQuery({
    queryKey: [...key, query],
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({
        ...Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
        ...(pageParam !== null && { [cursorName]: pageParam }),
      });
      return readJson<Answer>(`${path}?${params}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  return {
    pages: asked.data?.pages ?? [],
    /** Undefined while the first page is on its way. */
    rows: asked.data?.pages.flatMap((page) => page.items),
    error: asked.error,
    hasOlder: asked.hasNextPage,
    loadingOlder: asked.isFetchingNextPage,
    loadOlder: () => void asked.fetchNextPage(),
    refetch: () => void asked.refetch(),
  };
}
