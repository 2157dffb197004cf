import '@fontsource-variable/inter/wght.css';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { restoreLocale } from './i18n/i18n-provider';
import { createStore } from './providers/store';
import { createStyleCache } from './theme/constructed-sheet';

const store = createStore();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its root element');

await restoreLocale(store.getItem<string>('locale'));
createRoot(root).render(
  <StrictMode>
    <CacheProvider value={createStyleCache()}>
      <App store={store} />
    </CacheProvider>
  </StrictMode>,
);
