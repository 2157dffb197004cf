import { localStorageStore, type Store } from 'react-admin';

const KEPT = ['theme', 'locale', 'console.timeZone', 'console.navigation'];

/**
 * Signing out forgets filters and searches, which may name customers, but keeps how the person likes the console to
 * look and read.
 */
export function createStore(): Store {
  const store = localStorageStore('1', 'Coinwarden');
  return {
    ...store,
    reset: () => {
      const kept = KEPT.map((key) => [key, store.getItem<unknown>(key)] as const);
      store.reset();
      for (const [key, value] of kept) {
        if (value !== undefined) store.setItem(key, value);
      }
    },
  };
}
