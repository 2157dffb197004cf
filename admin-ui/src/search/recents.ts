import { useStore } from 'react-admin';

/** What was opened from the search, latest first. Kept in this browser, and forgotten on signing out. */
export interface Recent {
  readonly to: string;
  readonly title: string;
  readonly detail: string | null;
}

const KEPT = 8;

export function useRecents(): readonly [readonly Recent[], (opened: Recent) => void] {
  const [recents, setRecents] = useStore<readonly Recent[]>('console.search.recents', []);
  const remember = (opened: Recent) =>
    setRecents((before) => [opened, ...(before ?? []).filter(({ to }) => to !== opened.to)].slice(0, KEPT));
  return [recents, remember];
}
