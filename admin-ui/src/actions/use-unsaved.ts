import { useEffect, useSyncExternalStore } from 'react';

/** One mark for everything on screen that was typed and not sent yet. */
const marks = new Set<symbol>();
const listeners = new Set<() => void>();

function change(apply: () => void): void {
  apply();
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
  };
}

export const useAnythingUnsaved = (): boolean => useSyncExternalStore(listen, () => marks.size > 0);

/**
 * While `unsaved`, leaving the page is asked about first. Pass false as soon as it is being sent, so that the page may
 * go on by itself once it was.
 */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const mark = Symbol('unsaved');
    change(() => marks.add(mark));
    return () => change(() => marks.delete(mark));
  }, [unsaved]);
}
